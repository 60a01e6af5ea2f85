import type { JsonObject } from "#model/api/version.ts";
import { report } from "../comparing.ts";
import type { Aspect } from "./aspect.ts";

const typesOf = ({ type }: JsonObject): readonly string[] =>
  [(type ?? []) as string | readonly string[]].flat();

/** Without a type, what a schema says of its insides tells it. */
function impliedTypes(schema: JsonObject): readonly string[] {
  const written = typesOf(schema);
  if (written.length > 0) return written;
  if (schema["properties"] !== undefined) return ["object"];
  return schema["items"] === undefined ? [] : ["array"];
}

/** No type means every type. */
const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
  wide.length === 0 ||
  (narrow.length > 0 &&
    narrow.every((each) => wide.includes(each) || (each === "integer" && wide.includes("number"))));

/** The type of a value, and its format. */
export const compareTypes: Aspect = (comparing, { before, after, place }) => {
  const [from, to] = [impliedTypes(before), impliedTypes(after)];
  const rule = typeRule(from, to);
  // What alternatives say each for themselves is the type too.
  const isToldElsewhere =
    (from.length === 0 || to.length === 0) &&
    [before, after].some((each) => "oneOf" in each || "anyOf" in each);
  if (rule !== undefined && !isToldElsewhere) {
    report(comparing, place, { rule, before: listed(from), after: listed(to) });
    return;
  }
  const [was, is] = [before["format"], after["format"]] as readonly (string | undefined)[];
  if (was !== is) report(comparing, place, { rule: formatRule(was, is), before: was, after: is });
};

const listed = (types: readonly string[]): string => types.join(" | ") || "any";

function typeRule(before: readonly string[], after: readonly string[]): string | undefined {
  const [widens, narrows] = [covers(after, before), covers(before, after)];
  if (widens && narrows) return undefined;
  return widens ? "type-generalized" : narrows ? "type-specialized" : "type-changed";
}

const widenings: readonly string[] = ["int32 int64", "float double", "date-time string"];

function formatRule(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return "format-added";
  if (after === undefined) return "format-removed";
  if (widenings.includes(`${before} ${after}`)) return "format-generalized";
  return widenings.includes(`${after} ${before}`) ? "format-specialized" : "format-changed";
}
