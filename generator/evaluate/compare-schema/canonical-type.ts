const aliases: Readonly<Partial<Record<string, string>>> = {
  int: "integer",
  int4: "integer",
  int2: "smallint",
  int8: "bigint",
  serial: "integer",
  serial4: "integer",
  smallserial: "smallint",
  serial2: "smallint",
  bigserial: "bigint",
  serial8: "bigint",
  float: "double precision",
  float8: "double precision",
  float4: "real",
  bool: "boolean",
  decimal: "numeric",
  dec: "numeric",
  varchar: "character varying",
  "char varying": "character varying",
  char: "character",
  bpchar: "character",
  varbit: "bit varying",
  time: "time without time zone",
  timetz: "time with time zone",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
};

/** Modifiers that PostgreSQL adds when none are written. */
const implied: Readonly<Partial<Record<string, string>>> = { character: "(1)", bit: "(1)" };

/**
 * A type by one spelling, however it is written: `varchar (50)` and `character varying(50)`. The
 * schema is left out, for a name as written may have none.
 */
export function canonicalType(written: string): string {
  const text = fold(written).trim();
  if (/^table\s*\(/.test(text)) return "table";
  const isSet = /^setof\s/.test(text);
  const element = text
    .replace(/^setof\s+/, "")
    .replace(/\s+array(?:\[\d*\])?$/, "[]")
    .replace(/(?:\s*\[\d*\])+$/, "[]");
  const isArray = element.endsWith("[]");
  const single = canonicalElement(isArray ? element.slice(0, -2).trim() : element);
  return (isSet ? "setof " : "") + single + (isArray ? "[]" : "");
}

/** Lower case but for quoted names, whose quotes go. */
const fold = (written: string): string =>
  written
    .replace(/\s+/g, " ")
    .replace(/"((?:[^"]|"")*)"|[^"]+/g, (part, quoted?: string) => quoted ?? part.toLowerCase());

function canonicalElement(text: string): string {
  const modifiers = /\(([^)]*)\)/.exec(text);
  const bare = text.replace(/\s*\([^)]*\)\s*/, " ").trim();
  const plain = bare.replace(/^(?:[^.\s]+\.)+/, "");
  const name = aliases[plain] ?? plain;
  const inside = modifiers?.[1]?.replace(/\s/g, "");
  if (name === "numeric" && inside !== undefined && !inside.includes(","))
    return `numeric(${inside},0)`;
  return name + (inside === undefined ? (impliedBy(plain, name) ?? "") : `(${inside})`);
}

const impliedBy = (written: string, name: string): string | undefined =>
  written === "bpchar" ? undefined : implied[name];

/** A function by the types that it is called with, without modifiers. */
export function canonicalSignature(name: string, types: readonly string[]): string {
  const plain = types.map((type) => canonicalType(type).replace(/\([^)]*\)/, ""));
  return `${name}(${plain.join(", ")})`;
}
