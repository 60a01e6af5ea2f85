import type { ItemId } from "./item.ts";
import type { Location } from "./location.ts";
import type { EvidenceGrade, Waiver } from "./evidence.ts";
import type { SignOffResult, Trust } from "./programme/sign-off.ts";
import type { MatrixResult } from "./trace/matrix-result.ts";
import type { TraceResult } from "./trace/result.ts";

/** What the graph shows, judged. Computed, never written by hand. */
export interface Evaluation {
  /** The date that counts as today, ISO; absent when not known. */
  readonly asOf?: string;
  readonly criteria: ReadonlyMap<ItemId, CriterionResult>;
  readonly gates: ReadonlyMap<ItemId, GateResult>;
  /** The gates whose last decision holds, with every signature that they ask for. */
  readonly signed: ReadonlySet<ItemId>;
  /** What is due before `asOf` and not there or not done. */
  readonly late: ReadonlySet<ItemId>;
  readonly coverage: readonly Coverage[];
  /** One row for each work item: what goes in, who works on it, what comes out. */
  readonly matrix: readonly MatrixRow[];
  /** The matrices that the project declares, by id. */
  readonly matrices: readonly MatrixResult[];
  /** What could be better in the schema and its migrations, by rule, then by place. */
  readonly lint: readonly LintFinding[];
  /** What could be better in OpenAPI documents, by document and rule, then by place. */
  readonly apiLint: readonly LintFinding[];
  /** How links and items stand: coverage, suspicion, rules. */
  readonly trace: TraceResult;
}

/** One place where a rule is not kept. */
export interface LintFinding {
  /** The code of the diagnostic that says it: `evaluate/schema-…`, `evaluate/api-…`. */
  readonly code: string;
  readonly severity: "warning" | "info";
  readonly item: ItemId;
  readonly location: Location;
  readonly args: Readonly<Record<string, unknown>>;
  /** Why somebody turned it off here; what is turned off is counted, and not reported. */
  readonly ignored?: string;
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
export const criterionReasons = [
  "threshold-met",
  "threshold-missed",
  "no-measurement",
  "no-threshold",
  "grade-not-accepted",
  "grade-not-accepted-and-missed",
  "unit-mismatch",
  "not-a-number",
  "not-all-known",
  "nothing-to-count",
  "nothing-allowed",
  "only-claimed",
  "claim-accepted",
  "manual",
  "asked",
  "answered-yes",
  "answered-no",
  "too-old",
  "subject-changed",
  "ambiguous",
  "expression-true",
  "expression-false",
  "expression-refused",
] as const;
export type CriterionReason = (typeof criterionReasons)[number];

export const verdicts = ["GO", "CONDITIONAL", "NO-GO", "PENDING", "UNDETERMINED"] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a gate has its verdict; all that hold. */
export const verdictReasons = [
  "no-criteria",
  "criteria-not-met",
  "criteria-undetermined",
  "required-not-met",
  "required-undetermined",
  "defects",
  "veto",
  "tampered",
  "stale",
  "no-trust",
  "unreadable-revocations",
  "no-date",
  "signers-changed",
  "questions-open",
  "signatures-missing",
  "waived",
  "conditions",
  "required-conditional",
  "all-met",
] as const;
export type VerdictReason = (typeof verdictReasons)[number];

export interface GateResult {
  readonly verdict: Verdict;
  readonly because: readonly VerdictReason[];
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
  /** The criteria that count, in order: the gate's own; if it has none, those of its stage. */
  readonly criteria: readonly ItemId[];
  /** Open blockers of its stage that nothing mitigates. */
  readonly blockers: readonly ItemId[];
  readonly requires: readonly RequirementResult[];
  readonly waivers: readonly WaiverResult[];
  readonly signOff: SignOffResult;
  /** Whether signatures could be judged at all; absent when nobody has looked. */
  readonly trust?: Trust;
  /** The working tree has another policy than the one that judged. */
  readonly policyDiffers: boolean;
}

/** A gate or checkpoint that has to be passed before. */
export interface RequirementResult {
  readonly name: string;
  readonly item?: ItemId;
  readonly result: "met" | "conditional" | "not met" | "undetermined";
}

export const waiverStates = [
  "in-force",
  "expired",
  "no-date",
  "not-needed",
  "not-waivable",
  "unknown-criterion",
] as const;

/** A waiver, and whether it stands in for its criterion on the day that counts. */
export interface WaiverResult extends Waiver {
  readonly item?: ItemId;
  readonly state: (typeof waiverStates)[number];
  /** Until it expires; negative when it has. */
  readonly daysLeft?: number;
}

/** A ratio that says what it is of; a denominator of 0 is "not measurable", never 100 %. */
export interface Coverage {
  readonly name: CoverageName;
  readonly numerator: number;
  readonly denominator: number;
}

export const coverageNames = [
  "work-items-done",
  "work-items-with-commits",
  "deliverables-existing",
  "documents-existing",
  "checkpoints-passed",
  "actions-done",
  "criteria-met",
  "measurements-measured",
  "requirements-implemented",
  "requirements-verified",
  "tables-described",
  "columns-described",
  "functions-described",
  "operations-described",
  "symbols-documented",
  "tests-passed",
] as const;
export type CoverageName = (typeof coverageNames)[number];

/** A name as it is written, and the item it leads to, if any. */
export interface NamedItem {
  readonly name: string;
  readonly item?: ItemId;
}

export interface MatrixRow {
  readonly item: ItemId;
  readonly stage?: ItemId;
  readonly owner: NamedItem;
  readonly needs: readonly NamedItem[];
  /** Commits, code and other items that say they implement it. */
  readonly implementations: readonly ItemId[];
  /** Tests that say they verify it. */
  readonly tests: readonly ItemId[];
  readonly outputs: readonly NamedItem[];
  readonly criteria: readonly ItemId[];
  readonly met: number;
  readonly notMet: number;
  readonly undetermined: number;
  readonly gates: readonly ItemId[];
}
