import type { CriterionResult } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import { typeOf } from "#model/trace/digest.ts";
import type { Delegation, NeedClause, TraceProfile } from "#model/trace/policy.ts";
import type { EvidenceVerdict } from "#model/trace/states.ts";

/** What a profile counts, beyond what is always wrong. */
export interface Profile {
  /** The states in which an item counts; one without a state always does. */
  readonly accepted: ReadonlySet<string>;
  /** A link that asks for a review counts all the same. */
  readonly trustsUnreviewed: boolean;
  /** The best that are enough decide (`any`), or the worst of all, also over links that are wrong. */
  readonly mode: "any" | "all";
  readonly asksEvidence: boolean;
  /** What states no need welcomes nobody. */
  readonly needsAreComplete: boolean;
}

const approved = ["approved", "accepted", "done"];

export const profiles: Readonly<Record<TraceProfile, Profile>> = {
  strict: {
    accepted: new Set(approved),
    trustsUnreviewed: false,
    mode: "any",
    asksEvidence: true,
    needsAreComplete: false,
  },
  lenient: {
    accepted: new Set([...approved, "draft", "proposed", "in progress"]),
    trustsUnreviewed: true,
    mode: "any",
    asksEvidence: true,
    needsAreComplete: false,
  },
  "oft-compat": {
    accepted: new Set(approved),
    trustsUnreviewed: true,
    mode: "all",
    asksEvidence: false,
    needsAreComplete: true,
  },
};

const withStatus: ReadonlySet<string> = new Set(["requirement", "work-item"]);
const inactive: ReadonlySet<string> = new Set(["rejected", "retired", "cancelled"]);

const statusOf = (item: Item): string | undefined =>
  withStatus.has(item.kind) ? (item.attributes as { readonly status?: string }).status : undefined;

/** It was given up: nothing should lead to it any more. */
export const isInactive = (item: Item): boolean => inactive.has(statusOf(item) ?? "");

export function isAccepted(item: Item, { accepted }: Profile): boolean {
  const status = statusOf(item);
  return status === undefined || accepted.has(status);
}

/** What an item needs: what it says itself, else what its type says, less what it passes on. */
export function clausesOf(item: Item, { policy }: Graph): readonly NeedClause[] {
  const own = item.kind === "requirement" ? item.attributes : undefined;
  const needs = own?.needs ?? policy.types.get(typeOf(item))?.needs ?? [];
  return (own?.delegates ?? []).reduce(delegate, needs);
}

const delegate = (clauses: readonly NeedClause[], { from, to }: Delegation) =>
  clauses.map((clause): NeedClause => {
    if (!clause.anyOf.includes(from)) return clause;
    const anyOf = clause.anyOf.flatMap((type) => (type === from ? to : [type]));
    return { ...clause, anyOf, delegatedFrom: [...(clause.delegatedFrom ?? []), from] };
  });

const verdictOfTest = {
  passed: "passing",
  failed: "failing",
  error: "error",
  stale: "stale",
  skipped: "skipped",
} as const;
const verdictOfCriterion = {
  met: "passing",
  "not met": "failing",
  undetermined: "unknown",
} as const;
const verdictOfGrade: Readonly<Record<string, EvidenceVerdict>> = {
  missing: "not-run",
  stale: "stale",
};

/** What an item shows by itself. A number alone shows nothing: a criterion says what it means. */
export function verdictOf(
  item: Item,
  results: ReadonlyMap<ItemId, CriterionResult>,
): EvidenceVerdict | undefined {
  if (item.kind === "test") return verdictOfTest[item.attributes.verdict];
  if (item.kind === "requirement") return item.attributes.verdict;
  if (item.kind === "measurement") return verdictOfGrade[item.attributes.grade] ?? "unknown";
  if (item.kind !== "criterion") return undefined;
  return verdictOfCriterion[results.get(item.id)?.result ?? "undetermined"];
}
