import type { Location } from "../location.ts";
import type { LinkRole, RoleTraits } from "../links/link-role.ts";
import type { CoverageState, LinkState } from "./states.ts";

/** A value that a field must have, one of several, or what it must not be or lie between. */
export type FieldCondition =
  string | number | boolean | readonly (string | number | boolean)[] | FieldBounds;

export interface FieldBounds {
  readonly not?: FieldCondition;
  readonly present?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** Conditions on fields of an item: `type`, `id`, `title`, or one of its attributes; all must hold. */
export type Where = Readonly<Record<string, FieldCondition>>;

/** One thing that an item needs: enough items of these types, or linked with these roles. */
export interface NeedClause {
  readonly anyOf: readonly string[];
  /** 1 when absent; 0 welcomes without asking. */
  readonly min?: number;
  readonly max?: number;
  /** What those that count must be like. */
  readonly where?: Where;
  /** The types that it asked for before an item passed it on. */
  readonly delegatedFrom?: readonly string[];
}

/** An item passes what is needed of it on to items of another type. */
export interface Delegation {
  readonly from: string;
  readonly to: readonly string[];
  readonly reason?: string;
}

/** Somebody answers for a need that is not met, until a day. */
export interface TraceWaiver {
  readonly reason: string;
  readonly owner: string;
  readonly issuedBy: string;
  readonly expires: string;
  readonly ticket?: string;
  /** The types or roles of the clause that it is for; all clauses when absent. */
  readonly of?: readonly string[];
}

/** A role as the project declares it; `like` is the one of `linkRoles` that pages show it under. */
export interface TraceRole extends RoleTraits {
  readonly name: string;
  readonly inverse: string;
  readonly like: LinkRole;
  readonly fromTypes?: readonly string[];
  readonly toTypes?: readonly string[];
}

/** What is the same for all items of a type: a kind of item, or the `type` of a requirement. */
export interface TraceType {
  readonly name: string;
  /** Fields whose change asks for a new review of the links. */
  readonly normative?: readonly string[];
  /** For items that say nothing of their own. */
  readonly needs?: readonly NeedClause[];
  /** Counts only with a verdict that passes. */
  readonly evidence?: boolean;
  /** The only types that its coverage may go to. */
  readonly tracesTo?: readonly string[];
}

export interface ItemQuery {
  /** Any type when absent. */
  readonly types?: readonly string[];
  readonly where?: Where;
}

/** Which items must be linked to which, how many, and over how many steps. */
export interface TraceRule {
  readonly id: string;
  readonly of: ItemQuery;
  /** All traced roles when absent. */
  readonly roles?: readonly string[];
  /** `out` follows links as they are written, `in` against that. */
  readonly direction: "out" | "in";
  readonly to: ItemQuery;
  /** 1 when absent, unless there is a `max`. */
  readonly min?: number;
  readonly max?: number;
  /** How many steps are taken at most; 1 when absent, 0 for any number. */
  readonly depth?: number;
  readonly severity: "error" | "warning" | "info";
  readonly hint?: string;
  readonly location: Location;
}

export const traceProfiles = ["strict", "lenient", "oft-compat"] as const;
export type TraceProfile = (typeof traceProfiles)[number];

/** What is said when a link or an item is in a state; `coverage` stands for all of coverage. */
export type TraceSeverities = Readonly<
  Partial<Record<LinkState | CoverageState | "coverage", "error" | "warning" | "info" | "off">>
>;

/** What a project declares about its tracing; files add up. */
export interface WrittenTracePolicy {
  readonly profile?: TraceProfile;
  readonly roles?: readonly TraceRole[];
  readonly types?: readonly TraceType[];
  readonly rules?: readonly TraceRule[];
  readonly severity?: TraceSeverities;
}

/** The whole of it, with what rastro declares. */
export interface TracePolicy {
  readonly profile: TraceProfile;
  readonly roles: ReadonlyMap<string, TraceRole>;
  readonly types: ReadonlyMap<string, TraceType>;
  readonly rules: readonly TraceRule[];
  readonly severity: TraceSeverities;
}
