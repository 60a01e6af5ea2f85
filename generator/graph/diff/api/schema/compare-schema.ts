import type { JsonObject } from "#model/api/version.ts";
import { type Comparing, keyOf, type NamedPair, type Place, report } from "../comparing.ts";
import type { Aspect, CompareSchema } from "./aspect.ts";
import { compareAlternatives, compareSwitch } from "./alternatives.ts";
import { compareConditions } from "./conditions.ts";
import { asObject, type Flat, flatten, partsOf, pureReference, withoutNull } from "./flatten.ts";
import { compareLimits } from "./limits.ts";
import { mergeKeywords } from "./merge-keywords.ts";
import { compareProperties } from "./properties.ts";
import { compareLists } from "./lists.ts";
import { compareTypes } from "./types.ts";
import { compareValues } from "./values.ts";

const aspects: readonly Aspect[] = [
  compareTypes,
  compareValues,
  compareLimits,
  compareProperties,
  compareLists,
  compareAlternatives,
  compareConditions,
];

/** Named schemas are put off, so that each pair is compared once and recursion ends. */
export const compareSchema: CompareSchema = (comparing, [before, after], place) => {
  if (comparing.left-- <= 0) {
    if (comparing.left === -1) report(comparing, place, { rule: "not-compared" });
    return;
  }
  const [was, is] = [withoutNull(before), withoutNull(after)];
  const [from, to] = [pureReference(was.schema), pureReference(is.schema)];
  if (from !== undefined && to !== undefined) {
    reportNull(comparing, place, [was.nullable, is.nullable]);
    meet(comparing, { way: place.way, before: from, after: to }, place);
    return;
  }
  compareSides(comparing, [asObject(before), asObject(after)], place);
};

/** The two schemas of a named pair, as their own place. */
export function compareNamed(comparing: Comparing, pair: NamedPair): void {
  const [before, after] = [
    comparing.before.schemas.get(pair.before),
    comparing.after.schemas.get(pair.after),
  ];
  if (before === undefined || after === undefined) return;
  compareSides(comparing, [asObject(before.schema), asObject(after.schema)], {
    way: pair.way,
    at: "",
    schema: { name: after.name, pair: keyOf(pair) },
    through: [],
  });
}

function compareSides(
  comparing: Comparing,
  [before, after]: readonly [JsonObject, JsonObject],
  place: Place,
): void {
  const inner = follow([before, after], { ...place, part: after });
  if (inner === undefined) return;
  const common = new Set(partsOf(before)).intersection(new Set(partsOf(after)));
  for (const ref of common) meet(comparing, { way: place.way, before: ref, after: ref }, place);
  const told = flatten({ allOf: [...common].map(($ref) => ({ $ref })) }, comparing.after);
  const from = beside(told, flatten(before, comparing.before, common));
  const to = beside(told, flatten(after, comparing.after, common));
  if (isTyped(from.keywords) && isTyped(to.keywords)) {
    reportNull(comparing, inner, [from.nullable, to.nullable]);
  }
  const sides = { before: from.keywords, after: to.keywords, place: inner };
  const written = [withoutNull(before).schema, withoutNull(after).schema] as const;
  if (compareSwitch(comparing, sides, written)) return;
  for (const aspect of aspects) aspect(comparing, sides, compareSchema);
}

/** What is told elsewhere still says of what type the whole is, the same to both sides. */
function beside(told: Flat, { keywords, nullable }: Flat): Flat {
  const { type } = told.keywords;
  return {
    keywords: type === undefined ? keywords : mergeKeywords({ type }, keywords),
    nullable: nullable || told.nullable,
  };
}

/** A reference against a schema written out may meet itself again further in. */
function follow(pair: readonly [JsonObject, JsonObject], place: Place): Place | undefined {
  if (!pair.some((each) => "$ref" in each)) return place;
  const known = place.through.some(([a, b]) => a === pair[0] && b === pair[1]);
  return known ? undefined : { ...place, through: [...place.through, pair] };
}

/** What says nothing of its type allows null in any case. */
const isTyped = ({ type, enum: values, oneOf, anyOf }: JsonObject): boolean =>
  [type, values, oneOf, anyOf].some((each) => each !== undefined);

function reportNull(
  comparing: Comparing,
  place: Place,
  [before, after]: readonly [boolean, boolean],
): void {
  if (before === after) return;
  report(comparing, place, { rule: after ? "became-nullable" : "became-not-nullable" });
}

/** Puts a named pair off, and remembers who leads to it. */
function meet(comparing: Comparing, pair: NamedPair, { schema, operation }: Place): void {
  const key = keyOf(pair);
  const users = comparing.users.get(key) ?? new Set();
  if (!comparing.users.has(key)) {
    comparing.users.set(key, users);
    comparing.pending.push(pair);
  }
  if (schema) users.add(schema.pair);
  else if (operation) users.add(`operation ${operation.id}`);
}
