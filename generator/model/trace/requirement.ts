import type { Delegation, NeedClause, TraceWaiver } from "./policy.ts";
import type { EvidenceVerdict } from "./states.ts";

/**
 * Something that is asked for, designed, built or shown, in a tree of any number of levels: `type`
 * tells them apart (`req`, `dsn`, `utest`), also in other people's data.
 */
export interface Requirement {
  readonly statement: string;
  readonly status: string;
  /** `requirement` when absent. */
  readonly type?: string;
  readonly rev?: number;
  /** What shows that it is met, in words. */
  readonly acceptance?: readonly string[];
  readonly needs?: readonly NeedClause[];
  readonly delegates?: readonly Delegation[];
  readonly waivers?: readonly TraceWaiver[];
  /** Of a check whose outcome is part of the data. */
  readonly verdict?: EvidenceVerdict;
  /** What else its file says of it, by the names of the fields there. */
  readonly fields?: Readonly<Record<string, string>>;
}
