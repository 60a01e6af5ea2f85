import type { Link } from "../graph.ts";
import type { Item, ItemId } from "../item.ts";
import type { NeedClause, TracePolicy, TraceRole, TraceRule, TraceWaiver } from "./policy.ts";
import type { CoverageState, EvidenceVerdict, LinkState } from "./states.ts";

/** A link whose role counts for coverage or review, and how it is. */
export interface TracedLink {
  readonly link: Link;
  /** As the project declares it. */
  readonly role: TraceRole;
  /** All that is wrong with it, gravest first; `covers` alone when nothing is. */
  readonly flags: readonly LinkState[];
  /** The first of the flags. */
  readonly state: LinkState;
  /** Of a suspect link: the normative fields that changed since the review. */
  readonly changed: readonly string[];
}

/** One need of an item, and how far it is met. */
export interface ClauseCoverage {
  readonly clause: NeedClause;
  /** Those whose links count, best first. */
  readonly coverers: readonly ItemId[];
  readonly shallow: CoverageState;
  readonly deep: CoverageState;
  /** What answers for it. */
  readonly waiver?: TraceWaiver;
}

/** Why an item is not covered: here, or further along `via`. */
export interface CoverageCause {
  readonly state: CoverageState;
  /** The clause that decided, by its position. */
  readonly clause?: number;
  /** The coverer that decided; the cause lies in its link or verdict when `isHere`, else beyond it. */
  readonly via?: ItemId;
  readonly isHere: boolean;
  /** The item on the shortest way whose cause is its own; this one when `isHere`. */
  readonly decider: ItemId;
  /** How many steps lie between this item and what caused it. */
  readonly distance: number;
}

export interface ItemCoverage {
  readonly item: Item;
  readonly type: string;
  /** Of evidence. */
  readonly verdict?: EvidenceVerdict;
  /** Whether it is approved, so that it counts in ratios and for others. */
  readonly isActive: boolean;
  readonly isDuplicate: boolean;
  readonly clauses: readonly ClauseCoverage[];
  readonly shallow: CoverageState;
  readonly deep: CoverageState;
  readonly cause?: CoverageCause;
}

/** A ratio that keeps waived items apart; of nothing it is null, "not measurable". */
export interface TraceRatio {
  readonly type: string;
  readonly depth: "shallow" | "deep";
  readonly numerator: number;
  readonly denominator: number;
  readonly waived: number;
  readonly ratioStrict: number | null;
  readonly ratioWithWaivers: number | null;
}

/** Something it builds on is under suspicion. */
export interface InheritedSuspicion {
  /** 0: one of its own links is suspect. */
  readonly depth: number;
  /** The suspect link that it began with. */
  readonly origin: TracedLink;
  /** The item that it came from, one step nearer to that link. */
  readonly via: ItemId;
}

export interface RuleViolation {
  readonly rule: TraceRule;
  readonly item: ItemId;
  readonly found: number;
}

/** What tracing shows of a graph. */
export interface TraceResult {
  readonly policy: TracePolicy;
  readonly links: readonly TracedLink[];
  /** Items that need something, show something, or are an end of a traced link. */
  readonly items: ReadonlyMap<ItemId, ItemCoverage>;
  readonly ratios: readonly TraceRatio[];
  readonly suspicions: ReadonlyMap<ItemId, InheritedSuspicion>;
  readonly violations: readonly RuleViolation[];
}
