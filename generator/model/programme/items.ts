import type { Criterion, Gate, Measurement } from "../evidence.ts";
import type { ChecklistUse, Raci, Scenario } from "./plan.ts";
import type { Matrix } from "../trace/matrix.ts";
import type { Requirement } from "../trace/requirement.ts";
import type { PlanChange } from "./plan-change.ts";

export type { Comparison, Criterion, EvidenceGrade, Gate, Measurement } from "../evidence.ts";

/**
 * Items that come from programme data: who does what until when, and what shows that it was done.
 * Dates are ISO 8601 (`2026-02-07`, or with a time and an offset: `2026-02-07T10:00:00Z`).
 * Names of other items are ids as written; the links are in the graph.
 */
export interface ProgrammeItems {
  programme: { readonly summary?: string; readonly start?: string; readonly end?: string };
  /** A role or agent of the team. */
  member: {
    readonly role: string;
    readonly aliases: readonly string[];
    readonly responsibilities: readonly string[];
    /** Subjects that questions about are put to this member. */
    readonly answersFor: readonly string[];
  };
  /** A sprint, stage or phase. */
  stage: Stage;
  /** One line of inquiry of a stage, with the threshold that it must pass. */
  axis: { readonly stage: string; readonly order: number; readonly threshold?: string };
  /** A piece of work to deliver: OPT1. */
  "work-item": {
    readonly stage: string;
    readonly owner: string;
    readonly support: readonly string[];
    readonly due?: string;
    readonly status: WorkStatus;
    readonly needs: readonly string[];
    readonly outputs: readonly string[];
  } & Raci;
  /** A file or document that work needs or makes. */
  artefact: { readonly path?: string; readonly state: "exists" | "missing" | "planned" };
  /** A promised document: what it is for, who owes it and when. */
  deliverable: {
    readonly stage: string;
    readonly order: number;
    readonly document: string;
    readonly owner: string;
    readonly due?: string;
    readonly purpose: string;
    /** The page that rastro makes as this document; see `documentState`. */
    readonly page?: string;
    /** What lies on the disk. */
    readonly state: "missing" | "empty" | "exists" | "generated";
  } & Raci;
  checkpoint: {
    readonly stage: string;
    readonly order: number;
    readonly date: string;
    readonly action: string;
    readonly result?: "passed" | "failed" | "pending";
  };
  /** One statement that is true or not, and what shows it. */
  criterion: Criterion;
  /** A meeting: its convocation before, its minutes after. */
  sync: Sync;
  decision: { readonly date?: string; readonly status: string; readonly by: readonly string[] };
  action: {
    readonly owner: string;
    readonly due?: string;
    readonly status: "open" | "done" | "cancelled";
  };
  blocker: {
    readonly owner?: string;
    readonly level: number;
    readonly raised?: string;
    readonly status: "open" | "resolved";
  };
  risk: {
    readonly severity: "low" | "medium" | "high" | "critical";
    readonly mitigation: string;
    readonly contingency?: string;
    readonly likelihood?: "low" | "medium" | "high";
    readonly owner?: string;
    readonly stage?: string;
  };
  measurement: Measurement;
  gate: Gate;
  /** A step of a timeline. */
  activity: {
    readonly stage: string;
    readonly start: string;
    readonly end?: string;
    readonly owners: readonly string[];
    readonly steps: readonly string[];
    readonly maintenanceWindow: boolean;
  } & Raci;
  checklist: {
    readonly stage?: string;
    readonly use: ChecklistUse;
    readonly entries: readonly {
      readonly text: string;
      readonly done: boolean;
      readonly owner?: string;
    }[];
  };
  /** A document in the reading list of roles. */
  document: {
    readonly path: string;
    readonly readers: readonly {
      readonly role: string;
      readonly order: number;
      readonly minutes?: number;
    }[];
    readonly purpose?: string;
    readonly stage?: string;
    /** The page that rastro makes as this document; see `documentState`. */
    readonly page?: string;
    /** What lies on the disk. */
    readonly state: "missing" | "empty" | "exists" | "generated";
  };
  requirement: Requirement;
  matrix: Matrix;
  /** A message that the people concerned get at a fixed time. */
  notification: {
    readonly stage?: string;
    readonly date: string;
    readonly audience: readonly string[];
    readonly channel?: string;
    readonly owner?: string;
    readonly done: readonly string[];
    readonly asks: readonly string[];
    /** `2 h`, counted from the date. */
    readonly respondWithin?: string;
  };
  /** One size that the system may grow to. */
  scenario: Scenario;
  /** Values of one fact that contradict each other, declared as such. */
  conflict: {
    readonly subject: string;
    readonly field: string;
    readonly values: readonly { readonly value: string; readonly origin: string }[];
    readonly resolution?: string;
  };
}

export type WorkStatus = "planned" | "ready" | "in progress" | "done" | "cancelled";

export interface Stage {
  readonly programme?: string;
  /** The stage that it is a phase of. */
  readonly parent?: string;
  readonly order: number;
  readonly status: WorkStatus;
  readonly start?: string;
  readonly end?: string;
  readonly objective?: string;
  readonly outcome?: string;
  readonly metrics: readonly {
    readonly name: string;
    readonly target: string;
    readonly current?: string;
  }[];
  /** Where the stage stood before the plan was changed. */
  readonly before?: {
    readonly order: number;
    readonly start?: string;
    readonly end?: string;
    readonly reason: string;
  };
  /** What moved in it and its phases since the version that it names. */
  readonly planChange?: PlanChange;
  readonly escalation: readonly {
    readonly level: number;
    readonly respondWithin: string;
    readonly channel: string;
  }[];
}

export interface Sync {
  readonly order: number;
  readonly start: string;
  /** Minutes. */
  readonly duration?: number;
  readonly status: "scheduled" | "held" | "cancelled";
  readonly purpose?: string;
  readonly agenda: readonly { readonly topic: string; readonly minutes: number }[];
  readonly invited: readonly string[];
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly discussion: readonly string[];
  readonly preparation: readonly string[];
  /** Digest of the minutes: of this record and of what was decided and agreed in the meeting. */
  readonly digest?: string;
  /** The digest that the minutes of the meeting before had when this was written. */
  readonly previous?: { readonly sync: string; readonly digest: string };
}
