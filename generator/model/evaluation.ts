import type { EvidenceGrade } from "./programme.ts";
import type { ItemId } from "./item.ts";

/** What the graph shows, judged. Computed, never written by hand. */
export interface Evaluation {
  /** The date that counts as today, ISO; absent when not known. */
  readonly asOf?: string;
  readonly criteria: ReadonlyMap<ItemId, CriterionResult>;
  readonly gates: ReadonlyMap<ItemId, GateResult>;
  /** Deliverables and actions that are due before `asOf` and not there. */
  readonly late: ReadonlySet<ItemId>;
  readonly coverage: readonly Coverage[];
}

/** Only `met` counts; whatever lacks evidence is `undetermined`, never met. */
export interface CriterionResult {
  readonly result: "met" | "not met" | "undetermined";
  readonly grade: EvidenceGrade;
  /** The measurement that decided. */
  readonly evidence?: ItemId;
  readonly observed?: { readonly value: number; readonly unit: string };
  readonly reason: CriterionReason;
}

/** Why a criterion has its result; a word of each language exists for every one. */
export type CriterionReason =
  | "threshold-met"
  | "threshold-missed"
  | "no-measurement"
  | "grade-not-accepted"
  | "only-claimed"
  | "manual";

export type Verdict = "GO" | "CONDITIONAL" | "NO-GO" | "PENDING" | "UNDETERMINED";

export interface GateResult {
  readonly verdict: Verdict;
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
  /** The criteria that count, in order. */
  readonly criteria: readonly ItemId[];
  /** Open blockers of its stage that nothing mitigates. */
  readonly blockers: readonly ItemId[];
}

/** A ratio that says what it is of; a denominator of 0 is "not measurable", never 100 %. */
export interface Coverage {
  /** Names the measure: `deliverables`, `work-items-with-commits`, … */
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
}
