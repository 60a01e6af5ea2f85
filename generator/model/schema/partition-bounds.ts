/** What a partition holds, its values as they are written. */
export type PartitionBounds =
  | { readonly kind: "default" }
  | { readonly kind: "range"; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "hash"; readonly modulus: number; readonly remainder: number };

const range = /^FOR VALUES FROM\s*\((.*)\)\s*TO\s*\((.*)\)$/is;
const list = /^FOR VALUES IN\s*\((.*)\)$/is;
const hash = /^FOR VALUES WITH\s*\(\s*MODULUS\s+'?(\d+)'?\s*,\s*REMAINDER\s+'?(\d+)'?\s*\)$/is;

/** Takes `FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')` and its like apart. */
export function parseBounds(text: string): PartitionBounds | undefined {
  if (/^DEFAULT$/i.test(text)) return { kind: "default" };
  const [, from, to] = range.exec(text) ?? [];
  if (from !== undefined && to !== undefined)
    return { kind: "range", from: splitValues(from), to: splitValues(to) };
  const [, values] = list.exec(text) ?? [];
  if (values !== undefined) return { kind: "list", values: splitValues(values) };
  const [, modulus, remainder] = hash.exec(text) ?? [];
  if (modulus === undefined || remainder === undefined) return undefined;
  return { kind: "hash", modulus: Number(modulus), remainder: Number(remainder) };
}

/** At the commas outside quotation marks and parentheses. */
export function splitValues(text: string): readonly string[] {
  const values: string[] = [];
  let [start, depth, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "," && depth === 0) {
      values.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...values, text.slice(start).trim()];
}

/** `DATE '2026-01-01'`, `'2026-01-01'::date` → `'2026-01-01'` */
const withoutType = (value: string): string =>
  value.replace(/::[\w\s"().]+$/, "").replace(/^[a-z_]+(?:\s+[a-z_]+)*\s*(?=')/i, "");

const limits: Readonly<Partial<Record<string, number>>> = { minvalue: -1, maxvalue: 1 };

/** A value of a bound, read once for many comparisons. */
export interface BoundValue {
  readonly text: string;
  readonly limit: number | undefined;
  readonly integer: bigint | undefined;
  readonly day: string | undefined;
}

export function readBoundValue(written: string): BoundValue {
  const text = withoutType(written);
  const limit = limits[written.toLowerCase()];
  return { text, limit, integer: integer(text), day: day(text) };
}

/** Which of two bounds comes first; undefined where that depends on a type or a collation. */
export const compareBoundValues = (a: string, b: string): number | undefined =>
  compareBounds(readBoundValue(a), readBoundValue(b));

export function compareBounds(a: BoundValue, b: BoundValue): number | undefined {
  if (a.limit !== undefined || b.limit !== undefined) return (a.limit ?? 0) - (b.limit ?? 0);
  if (a.text === b.text) return 0;
  return compareOrdered(a.integer, b.integer) ?? compareOrdered(a.day, b.day);
}

function compareOrdered<Value extends bigint | string>(
  a: Value | undefined,
  b: Value | undefined,
): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  return a < b ? -1 : a > b ? 1 : 0;
}

const integer = (value: string): bigint | undefined =>
  /^-?\d+$/.test(value) ? BigInt(value) : undefined;

/** A date without a time starts at midnight; times with a zone are not compared. */
const day = (value: string): string | undefined => {
  const [, date, time = "00:00:00"] =
    /^'(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?'$/.exec(value) ?? [];
  return date === undefined ? undefined : `${date} ${time}`;
};
