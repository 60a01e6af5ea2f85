import type { JsonObject } from "#model/api/version.ts";
import type { Comparing, Place } from "../comparing.ts";
import { printed, report } from "../comparing.ts";
import type { Aspect } from "./aspect.ts";

/** Numbers that bound a value, by what people call them. */
const limits: readonly (readonly [string, string])[] = [
  ["maximum", "max"],
  ["exclusiveMaximum", "exclusive-max"],
  ["maxLength", "max-length"],
  ["maxItems", "max-items"],
  ["maxProperties", "max-properties"],
  ["maxContains", "max-contains"],
  ["minimum", "min"],
  ["exclusiveMinimum", "exclusive-min"],
  ["minLength", "min-length"],
  ["minItems", "min-items"],
  ["minProperties", "min-properties"],
  ["minContains", "min-contains"],
];

/** Bounds of numbers, texts, lists and objects, and patterns. */
export const compareLimits: Aspect = (comparing, { before, after, place }) => {
  for (const [keyword, name] of limits) {
    const [was, is] = [before, after].map((each) => limitOf(each, keyword));
    const change = was === is ? undefined : changeOf(was, is);
    if (change) reportChange(comparing, place, { rule: `${name}-${change}`, was, is });
  }
  comparePlain(comparing, place, { name: "pattern", was: before["pattern"], is: after["pattern"] });
  const multiples = { was: before["multipleOf"], is: after["multipleOf"] };
  comparePlain(comparing, place, { name: "multiple-of", ...multiples });
  const [unique, isUnique] = [before["uniqueItems"] === true, after["uniqueItems"] === true];
  if (unique === isUnique) return;
  report(comparing, place, { rule: isUnique ? "unique-items-set" : "unique-items-unset" });
};

/** A least length of 0 is none. */
function limitOf(schema: JsonObject, keyword: string): number | undefined {
  const value = schema[keyword] as number | undefined;
  return value === 0 && /^min[A-Z]/.test(keyword) ? undefined : value;
}

function changeOf(was: number | undefined, is: number | undefined): string {
  if (was === undefined) return "set";
  if (is === undefined) return "unset";
  return is > was ? "increased" : "decreased";
}

interface Values {
  readonly was: unknown;
  readonly is: unknown;
}

function comparePlain(
  comparing: Comparing,
  place: Place,
  { name, was, is }: Values & { readonly name: string },
): void {
  if (was === is) return;
  const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
  reportChange(comparing, place, { rule: `${name}-${change}`, was, is });
}

function reportChange(
  comparing: Comparing,
  place: Place,
  { rule, was, is }: Values & { readonly rule: string },
): void {
  report(comparing, place, { rule, before: printed(was), after: printed(is) });
}
