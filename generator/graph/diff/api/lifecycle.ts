import type { JsonObject, Lifecycle } from "#model/api/version.ts";
import { type Comparing, type Place, report } from "./comparing.ts";

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** What a schema says of how long it lasts. */
export function lifecycleOf(schema: JsonObject): Lifecycle {
  const [sunset, stability] = [textOf(schema["x-sunset"]), textOf(schema["x-stability-level"])];
  return {
    deprecated: schema["deprecated"] === true,
    ...(sunset !== undefined && { sunset }),
    ...(stability !== undefined && { stability }),
  };
}

/** Deprecated or not any more, until when, and how much one may rely on it. */
export function compareLifecycles(
  comparing: Comparing,
  place: Omit<Place, "through">,
  [before, after]: readonly [Lifecycle, Lifecycle],
): void {
  if (before.deprecated !== after.deprecated) {
    const rule = after.deprecated ? "deprecated" : "reactivated";
    report(comparing, place, { rule, after: after.sunset });
  }
  for (const [field, ruleOf] of fields) {
    const [was, is] = [before[field], after[field]];
    const rule = was === is ? undefined : ruleOf(was, is);
    if (rule === undefined) continue;
    report(comparing, place, { rule, before: was, after: is });
  }
}

type RuleOf = (before: string | undefined, after: string | undefined) => string | undefined;

function sunsetRule(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return "sunset-set";
  if (after === undefined) return "sunset-deleted";
  const [was, is] = [Date.parse(before), Date.parse(after)];
  if (Number.isNaN(was) || Number.isNaN(is)) return "sunset-changed";
  return is < was ? "sunset-earlier" : "sunset-later";
}

/** From what may change any day to what stays. */
const levels = ["draft", "alpha", "beta", "stable"];

/** What says nothing is stable. */
function stabilityRule(before = "stable", after = "stable"): string | undefined {
  const [was, is] = [levels.indexOf(before), levels.indexOf(after)];
  if (was === is && was >= 0) return undefined;
  if (was < 0 || is < 0) return "stability-changed";
  return is < was ? "stability-decreased" : "stability-increased";
}

const fields: readonly (readonly ["sunset" | "stability", RuleOf])[] = [
  ["sunset", sunsetRule],
  ["stability", stabilityRule],
];
