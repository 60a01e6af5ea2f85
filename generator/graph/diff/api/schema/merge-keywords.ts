import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import { same } from "./same.ts";

type Merge = (a: unknown, b: unknown) => unknown;

const list = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());

const most: Merge = (a, b) => Math.max(a as number, b as number);
const least: Merge = (a, b) => Math.min(a as number, b as number);
const union: Merge = (a, b) => [...new Set([...list(a), ...list(b)])];
const both: Merge = (a, b) => list(a).filter((each) => list(b).some((one) => same(each, one)));
const either: Merge = (a, b) => a === true || b === true;

/** Several types: those that both allow, integers being numbers. */
const types: Merge = (a, b) => {
  const allowed = (each: unknown, by: unknown) =>
    list(by).includes(each) || (each === "integer" && list(by).includes("number"));
  const kept = [
    ...list(a).filter((each) => allowed(each, b)),
    ...list(b).filter((each) => allowed(each, a)),
  ];
  const names = [...new Set(kept)];
  return names.length === 1 ? names[0] : names.length === 0 ? a : names;
};

const maps: Merge = (a, b) => {
  const merged = new Map(Object.entries(a as Readonly<Record<string, JsonSchema>>));
  for (const [name, schema] of Object.entries(b as Readonly<Record<string, JsonSchema>>)) {
    const known = merged.get(name);
    merged.set(
      name,
      known === undefined || same(known, schema) ? schema : { allOf: [known, schema] },
    );
  }
  return Object.fromEntries(merged);
};

const merges: Readonly<Partial<Record<string, Merge>>> = {
  type: types,
  enum: both,
  required: union,
  properties: maps,
  patternProperties: maps,
  dependentSchemas: maps,
  minimum: most,
  exclusiveMinimum: most,
  minLength: most,
  minItems: most,
  minProperties: most,
  maximum: least,
  exclusiveMaximum: least,
  maxLength: least,
  maxItems: least,
  maxProperties: least,
  uniqueItems: either,
  readOnly: either,
  writeOnly: either,
  deprecated: either,
  additionalProperties: (a, b) => (a === false || b === false ? false : a === true ? b : a),
};

/** What two schemas say that both hold, as one. */
export function mergeKeywords(a: JsonObject, b: JsonObject): JsonObject {
  const merged = new Map(Object.entries(a));
  for (const [keyword, value] of Object.entries(b)) {
    const known = merged.get(keyword);
    const merge = Object.hasOwn(merges, keyword) ? merges[keyword] : undefined;
    merged.set(keyword, known === undefined ? value : (merge?.(known, value) ?? value));
  }
  return Object.fromEntries(merged);
}
