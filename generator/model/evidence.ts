import type { Location } from "./location.ts";

/** How far a claim can be trusted; only `measured` is a recorded run. */
export type EvidenceGrade = "measured" | "simulated" | "declared" | "missing" | "stale";

/** How a measured value is compared with its threshold. */
export type Comparison = "<" | "<=" | ">" | ">=" | "==";

/** One statement that is true or not, and what shows it. */
export interface Criterion {
  /** The work item, checkpoint, stage, axis or gate it belongs to. */
  readonly of: string;
  /** Names measurements; or one of those that the graph itself answers (see `countNames`). */
  readonly metric?: string;
  readonly op?: Comparison;
  readonly threshold?: number;
  readonly unit?: string;
  /** In CEL, where one comparison is not enough. */
  readonly expression?: string;
  /** Grades that can meet it; the default is measured only. */
  readonly accepts: readonly EvidenceGrade[];
  /** Evidence that is older counts as stale. */
  readonly maxAgeDays?: number;
  /** What becomes of it when there is nothing to count; undetermined when absent. */
  readonly onEmpty?: "fail" | "allow";
  /** A checked box in the source, which is a declaration, not evidence. */
  readonly claimed?: boolean;
  /** What only a person can answer, and does under a signature. */
  readonly question?: string;
  /** Who answers it. */
  readonly role?: string;
  /** Whether a waiver can stand in for it. */
  readonly waivable: boolean;
  /** Where what it asks is written. */
  readonly askedAt?: Location;
}

export interface Measurement {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly subject?: string;
  readonly grade: EvidenceGrade;
  readonly environment?: string;
  readonly time?: string;
  readonly commit?: string;
  readonly command?: string;
  readonly source?: string;
  /** Files that were measured have changed since. */
  readonly isOutdated?: boolean;
}

/** What is counted from the graph for the stage of a gate, by the name that criteria use. */
export const countNames = [
  "axes.met",
  "deliverables.existing",
  "blockers.open",
  "checkpoints.passed",
  "actions.overdue",
  "tests.failing",
  "requirements.unverified",
  "links.broken",
  "links.suspect",
  "tests.stale",
] as const;
export type CountName = (typeof countNames)[number];

/** The policy of a decision: what must be true, and who must sign. */
export interface Gate {
  readonly stage: string;
  readonly date?: string;
  readonly onGo?: string;
  readonly onNoGo?: string;
  readonly deciders: readonly string[];
  /** Who must sign, by role. */
  readonly signatures: readonly Quorum[];
  /** What must have been decided or passed before. */
  readonly requires: { readonly gates: readonly string[]; readonly checkpoints: readonly string[] };
  /** Files that a signature is about: globs from the root. None: those of the programme. */
  readonly scope: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly waivers: readonly Waiver[];
  /** Days after which a signature counts no more. */
  readonly expiresAfterDays?: number;
}

export interface Quorum {
  readonly role: string;
  readonly min: number;
  readonly required: boolean;
  /** Who may sign for the role, as `allowed_signers` names them. */
  readonly principals: readonly string[];
  /** Whether one NO-GO of the role closes the gate. */
  readonly veto: boolean;
  /** Whether who changed the scope since the last decision may not sign. */
  readonly notAuthors: boolean;
  /** Where the role is written. */
  readonly location?: Location;
}

/** A criterion that is let pass for a time, by somebody, for a reason. */
export interface Waiver {
  readonly criterion: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly issuedBy?: string;
  readonly ticket?: string;
}
