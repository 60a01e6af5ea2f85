/** Beside the owner: who answers for the result, who is asked before, who is told after. */
export interface Raci {
  readonly accountable?: string;
  readonly consulted?: readonly string[];
  readonly informed?: readonly string[];
}

/** What a checklist is used for. */
export const checklistUses = [
  "work",
  "deployment",
  "pre-cutover",
  "handoff",
  "contingency",
  "meeting",
  "approval",
] as const;
export type ChecklistUse = (typeof checklistUses)[number];

export interface Scenario {
  readonly stage?: string;
  readonly order: number;
  readonly size: string;
  /** The years of the projection, both included. */
  readonly from?: number;
  readonly until?: number;
  readonly resources: readonly ScenarioResource[];
}

export interface ScenarioResource {
  readonly name: string;
  readonly metric: string;
  readonly factor: number;
  /** Percent a year. */
  readonly growth?: number;
  readonly limit?: number;
  readonly origin?: string;
}
