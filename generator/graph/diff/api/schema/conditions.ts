import type { JsonObject } from "#model/api/version.ts";
import { type Comparing, type Place, printed, report } from "../comparing.ts";
import type { Aspect } from "./aspect.ts";
import { same } from "./same.ts";

/** Keywords that are compared whole, by what people call them. */
const whole: readonly (readonly [string, string])[] = [
  ["not", "not"],
  ["if", "if"],
  ["then", "then"],
  ["else", "else"],
  ["contains", "contains"],
  ["propertyNames", "property-names"],
  ["unevaluatedItems", "unevaluated-items"],
  ["unevaluatedProperties", "unevaluated-properties"],
  ["contentSchema", "content-schema"],
];

/** Keywords that are maps: each entry is a condition of its own. */
const maps: readonly (readonly [string, string])[] = [
  ["dependentRequired", "dependent-required"],
  ["dependentSchemas", "dependent-schema"],
  ["patternProperties", "pattern-property"],
];

/** What no other aspect knows: compared as it is written, for nobody can tell what it amounts to. */
export const compareConditions: Aspect = (comparing, { before, after, place }) => {
  for (const [keyword, name] of whole) {
    reportDifference(comparing, place, { name, was: before[keyword], is: after[keyword] });
  }
  for (const [keyword, name] of maps) {
    const [were, are] = [entriesOf(before, keyword), entriesOf(after, keyword)];
    for (const key of new Set([...were.keys(), ...are.keys()])) {
      reportDifference(comparing, place, { name, was: were.get(key), is: are.get(key), key });
    }
  }
  for (const keyword of ["contentMediaType", "contentEncoding"]) {
    if (before[keyword] === after[keyword]) continue;
    const rule = keyword === "contentEncoding" ? "content-encoding" : "content-media-type";
    const [was = "–", is = "–"] = [printed(before[keyword]), printed(after[keyword])];
    report(comparing, place, { rule: `${rule}-changed`, before: was, after: is });
  }
};

const entriesOf = (schema: JsonObject, keyword: string): ReadonlyMap<string, unknown> =>
  new Map(Object.entries((schema[keyword] ?? {}) as JsonObject));

interface Difference {
  readonly name: string;
  readonly was: unknown;
  readonly is: unknown;
  readonly key?: string;
}

function reportDifference(
  comparing: Comparing,
  place: Place,
  { name, was, is, key }: Difference,
): void {
  if (same(was, is)) return;
  const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
  report(comparing, place, { rule: `${name}-${change}`, ...(key !== undefined && { after: key }) });
}
