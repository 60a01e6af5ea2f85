/** Short names of the grammar, and the names that PostgreSQL prints. */
const names: ReadonlyMap<string, string> = new Map([
  ["int2", "smallint"],
  ["int", "integer"],
  ["int4", "integer"],
  ["int8", "bigint"],
  ["float4", "real"],
  ["float8", "double precision"],
  ["float", "double precision"],
  ["decimal", "numeric"],
  ["bool", "boolean"],
  ["varchar", "character varying"],
  ["char", "character"],
  ["bpchar", "character"],
  ["varbit", "bit varying"],
  ["timestamptz", "timestamp with time zone"],
  ["timestamp", "timestamp without time zone"],
  ["timetz", "time with time zone"],
  ["time", "time without time zone"],
]);

interface Type {
  readonly name: string;
  readonly modifiers: readonly number[];
  readonly array: string;
}

/** `varchar(20)[]` as its parts; undefined for what has no plain form. */
function readType(written: string): Type | undefined {
  const match =
    /^([\w."]+(?: [a-z]+)*?)\s*(?:\(([\d\s,]*)\))?( with(?:out)? time zone)?(\[.*)?$/.exec(
      written.trim().toLowerCase().replace(/\s+/g, " "),
    );
  if (match === null) return undefined;
  const [, base = "", modifiers = "", zone = "", array = ""] = match;
  const whole = base.replace(/^pg_catalog\./, "") + zone;
  return {
    name: names.get(whole) ?? whole,
    modifiers: modifiers.split(",").flatMap((each) => (each.trim() === "" ? [] : [Number(each)])),
    array: array.replace(/\d+/g, ""),
  };
}

/** Whether two spellings mean one type. */
export function sameType(before: string, after: string): boolean {
  const [from, to] = [readType(before), readType(after)];
  return from !== undefined && to !== undefined && JSON.stringify(from) === JSON.stringify(to);
}

const whole = ["smallint", "integer", "bigint", "numeric"];
const floating = ["real", "double precision"];
const texts = ["character varying", "text"];
const families = [whole, floating, texts];

/** Whether every value of one type is a value of the other. */
export function isWidening(before: string, after: string): boolean {
  const [from, to] = [readType(before), readType(after)];
  if (from === undefined || to === undefined || from.array !== to.array) return false;
  if (from.name === to.name) return isWider(from, to);
  const family = families.find((each) => each.includes(from.name) && each.includes(to.name));
  return (
    family !== undefined &&
    family.indexOf(to.name) > family.indexOf(from.name) &&
    to.modifiers.length === 0
  );
}

/** No limit is the widest; of `numeric(p, s)` neither the digits before nor those after may shrink. */
function isWider(from: Type, to: Type): boolean {
  if (to.modifiers.length === 0) return true;
  if (from.modifiers.length === 0) return false;
  const [size = 0, scale = 0] = from.modifiers;
  const [newSize = 0, newScale = 0] = to.modifiers;
  return newScale >= scale && newSize - newScale >= size - scale;
}
