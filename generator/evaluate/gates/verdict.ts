import type { Verdict, VerdictReason } from "#model/evaluation.ts";

/** Each verdict with the reasons that lead to it; the first one that has any is given. */
const grounds: readonly (readonly [Verdict, readonly VerdictReason[]])[] = [
  ["NO-GO", ["criteria-not-met", "required-not-met", "veto"]],
  [
    "UNDETERMINED",
    [
      "no-criteria",
      "criteria-undetermined",
      "required-undetermined",
      "defects",
      "tampered",
      "no-trust",
      "unreadable-revocations",
      "no-date",
    ],
  ],
  ["PENDING", ["stale", "signers-changed", "questions-open", "signatures-missing"]],
  ["CONDITIONAL", ["waived", "conditions", "required-conditional"]],
];

/** The verdict that follows from all reasons that hold; without any, everything is met and signed. */
export function decide(reasons: ReadonlySet<VerdictReason>): {
  readonly verdict: Verdict;
  readonly because: readonly VerdictReason[];
} {
  const because = grounds.flatMap(([, own]) => own.filter((reason) => reasons.has(reason)));
  const found = grounds.find(([, own]) => own.some((reason) => reasons.has(reason)));
  return found ? { verdict: found[0], because } : { verdict: "GO", because: ["all-met"] };
}
