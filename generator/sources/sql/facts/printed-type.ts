/** Names of the grammar, and what `format_type` of PostgreSQL prints for them. */
const printed: Readonly<Partial<Record<string, string>>> = {
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  float: "double precision",
  float4: "real",
  float8: "double precision",
  decimal: "numeric",
  dec: "numeric",
  bool: "boolean",
  varchar: "character varying",
  "char varying": "character varying",
  char: "character",
  varbit: "bit varying",
  timetz: "time with time zone",
  timestamptz: "timestamp with time zone",
  time: "time without time zone",
  timestamp: "timestamp without time zone",
};

const shape =
  /^(?<set>setof\s+)?(?:pg_catalog\s*\.\s*)?(?<name>[a-z_]\w*(?:\s+(?:varying|precision))?)\s*(?:\((?<modifiers>[^()]*)\))?\s*(?<zone>with(?:out)?\s+time\s+zone)?\s*(?<array>(?:array\b)?\s*(?:\[\s*\d*\s*\]\s*)*)$/i;

/** A schema has few types, and writes them again and again. */
const known = new Map<string, string>();

/**
 * A type as PostgreSQL prints it, so that it reads the same however it was written: `VARCHAR (50)` is
 * `character varying(50)`, `timestamptz` is `timestamp with time zone`. Names of other schemas, quoted
 * names and `serial`, which is no type, stay as they are written.
 */
export function printedType(written: string): string {
  const type = known.get(written) ?? printType(written);
  known.set(written, type);
  return type;
}

function printType(written: string): string {
  const parts = shape.exec(written.trim())?.groups;
  if (parts === undefined) return written;
  const { set, name = "", modifiers, zone, array = "" } = parts;
  // PostgreSQL prints the modifiers before the zone: `timestamp(3) with time zone`.
  const [first = "", ...rest] = nameOf(name, zone).split(/ (?=with)/);
  const inside = modifiers === undefined ? "" : `(${modifiers.replace(/\s*,\s*/g, ",").trim()})`;
  const single = [first + inside, ...rest].join(" ");
  return (set ? "SETOF " : "") + single + "[]".repeat(dimensionsOf(array));
}

function nameOf(written: string, zone: string | undefined): string {
  const name = lowerCase(written);
  return zone === undefined ? (printed[name] ?? name) : `${name} ${lowerCase(zone)}`;
}

const lowerCase = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");

/** `[3][3]`, or `ARRAY` alone */
const dimensionsOf = (array: string): number =>
  Math.max(array.match(/\[/g)?.length ?? 0, array.trim() === "" ? 0 : 1);
