import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import { type Comparing, type Place, printed, report } from "../comparing.ts";
import { below } from "./below.ts";
import type { Aspect, CompareSchema, Sides } from "./aspect.ts";
import { asObject, pureReference } from "./flatten.ts";
import { same } from "./same.ts";

/** What `oneOf` and `anyOf` allow, and the property that tells them apart. */
export const compareAlternatives: Aspect = (comparing, sides, compare) => {
  const { before, after, place } = sides;
  const [were, are] = [alternativesOf(before), alternativesOf(after)];
  if (were && are) {
    const members = [were.members, are.members] as const;
    compareMembers(comparing, { members, keyword: are.keyword, place }, compare);
  } else if (were ?? are) {
    reportSwitch(comparing, place, { were, are, isMember: false });
  }
  compareDiscriminators(comparing, place, [before["discriminator"], after["discriminator"]]);
};

/**
 * One schema on one side, several to choose from on the other: whether that says it all, for then
 * nothing else of the two can be compared.
 */
export function compareSwitch(
  comparing: Comparing,
  { before, after, place }: Sides,
  written: readonly [JsonObject, JsonObject],
): boolean {
  const [were, are] = [alternativesOf(before), alternativesOf(after)];
  const several = were ?? are;
  if (several === undefined || (were && are)) return false;
  const single = written[were ? 1 : 0];
  const isMember = several.members.some((each) => same(asObject(each), single));
  const whole = were ? before : after;
  if (!isMember && ("properties" in whole || "type" in whole)) return false;
  reportSwitch(comparing, place, { were, are, isMember });
  return true;
}

interface Alternatives {
  readonly keyword: "oneOf" | "anyOf";
  readonly members: readonly JsonSchema[];
}

function alternativesOf(schema: JsonObject): Alternatives | undefined {
  const keyword = "oneOf" in schema ? "oneOf" : "anyOf";
  const members = schema[keyword];
  return Array.isArray(members)
    ? { keyword, members: members as readonly JsonSchema[] }
    : undefined;
}

interface Switch {
  readonly were: Alternatives | undefined;
  readonly are: Alternatives | undefined;
  /** The single schema is one of the several. */
  readonly isMember: boolean;
}

function reportSwitch(comparing: Comparing, place: Place, { were, are, isMember }: Switch): void {
  const { keyword, members } = were ?? are ?? { keyword: "oneOf", members: [] };
  const name = keyword === "oneOf" ? "one-of" : "any-of";
  const version = were ? comparing.before : comparing.after;
  const names = members.map((each) => labelOf(each, version)).join(", ");
  const listed = were ? { before: names } : { after: names };
  const member = `${name}-${were ? "removed" : "added"}`;
  const rule = were ? "alternatives-dropped" : "alternatives-introduced";
  report(comparing, place, { rule: isMember ? member : rule, ...listed });
}

interface Members {
  readonly members: readonly [readonly JsonSchema[], readonly JsonSchema[]];
  readonly keyword: Alternatives["keyword"];
  readonly place: Place;
}

/** The same reference, else the same words, else what is most alike; the rest came or went. */
function compareMembers(
  comparing: Comparing,
  { members: [were, are], keyword, place }: Members,
  compare: CompareSchema,
): void {
  const left = new Set(are);
  const gone: JsonSchema[] = [];
  for (const each of were) {
    const match = [...left].find((one) => isSameMember(each, one));
    if (match === undefined) gone.push(each);
    else {
      left.delete(match);
      compare(comparing, [each, match], place);
    }
  }
  const name = keyword === "oneOf" ? "one-of" : "any-of";
  const alike = gone.length === left.size ? [...left] : [];
  for (const [index, each] of gone.entries()) {
    const match = alike[index];
    if (match !== undefined && isAlike(each, match)) {
      left.delete(match);
      compare(comparing, [each, match], below(place, `[${keyword}]`));
    } else {
      const before = labelOf(each, comparing.before);
      report(comparing, place, { rule: `${name}-removed`, before });
    }
  }
  for (const each of left) {
    report(comparing, place, { rule: `${name}-added`, after: labelOf(each, comparing.after) });
  }
}

function isSameMember(a: JsonSchema, b: JsonSchema): boolean {
  const [from, to] = [pureReference(asObject(a)), pureReference(asObject(b))];
  return from === undefined && to === undefined ? same(a, b) : from === to;
}

/** Two written out of the same type are taken for one that changed. */
const isAlike = (a: JsonSchema, b: JsonSchema): boolean =>
  [a, b].every((each) => typeof each === "object" && !("$ref" in each)) &&
  same(asObject(a)["type"], asObject(b)["type"]);

/** The name of a schema, else its type. */
function labelOf(schema: JsonSchema, version: Comparing["before"]): string {
  const object = asObject(schema);
  const ref = pureReference(object);
  if (ref !== undefined) return version.schemas.get(ref)?.name ?? ref;
  return printed(object["type"]) ?? printed(object["const"]) ?? "any";
}

interface Discriminator {
  readonly propertyName?: unknown;
  readonly mapping?: JsonObject;
}

function compareDiscriminators(
  comparing: Comparing,
  place: Place,
  [before, after]: readonly [unknown, unknown],
): void {
  if (before === undefined && after === undefined) return;
  if (before === undefined) return report(comparing, place, { rule: "discriminator-added" });
  if (after === undefined) return report(comparing, place, { rule: "discriminator-removed" });
  const [was, is] = [before, after] as readonly [Discriminator, Discriminator];
  if (was.propertyName !== is.propertyName) {
    const values = { before: String(was.propertyName), after: String(is.propertyName) };
    report(comparing, place, { rule: "discriminator-property-name-changed", ...values });
  }
  compareMappings(comparing, place, [was.mapping ?? {}, is.mapping ?? {}]);
}

function compareMappings(
  comparing: Comparing,
  place: Place,
  [before, after]: readonly [JsonObject, JsonObject],
): void {
  const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  for (const value of new Set([...from.keys(), ...to.keys()])) {
    if (same(from.get(value), to.get(value))) continue;
    const change = !from.has(value) ? "added" : to.has(value) ? "changed" : "deleted";
    report(comparing, place, { rule: `discriminator-mapping-${change}`, after: value });
  }
}
