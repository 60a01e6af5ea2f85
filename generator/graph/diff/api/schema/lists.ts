import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import { report } from "../comparing.ts";
import { below, compareOptional } from "./below.ts";
import type { Aspect } from "./aspect.ts";

const placesOf = ({ prefixItems }: JsonObject): readonly JsonSchema[] =>
  (prefixItems ?? []) as readonly JsonSchema[];

/** What the items of a list are, all of them or place by place. */
export const compareLists: Aspect = (comparing, { before, after, place }, compare) => {
  if ("items" in before || "items" in after) {
    const pair = [before["items"] ?? true, after["items"] ?? true] as [JsonSchema, JsonSchema];
    compareOptional(comparing, { pair, place: below(place, "[]"), rule: "items" }, compare);
  }
  const [were, are] = [placesOf(before), placesOf(after)];
  for (const [index, schema] of were.entries()) {
    const now = are[index];
    if (now === undefined) break;
    compare(comparing, [schema, now], below(place, `[${String(index)}]`));
  }
  if (were.length === are.length) return;
  const rule = are.length > were.length ? "prefix-items-added" : "prefix-items-removed";
  report(comparing, place, { rule, before: String(were.length), after: String(are.length) });
};
