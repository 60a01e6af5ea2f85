import type { Item, ItemId } from "./item.ts";
import type { LinkRole } from "./links/link-role.ts";
import type { Location } from "./location.ts";
import type { LinkPin, TraceLock } from "./trace/lock.ts";
import type { WrittenTracePolicy } from "./trace/policy.ts";

/** One item names another. `to` is the name as written: an id, a bare name, a path. */
export interface Reference {
  readonly from: ItemId;
  readonly role: LinkRole;
  readonly to: string;
  readonly location: Location;
  /** What stands in the source, when `to` was made from it: `../guia.md#passo-2`. */
  readonly written?: string;
  /** From a foreign source: a broken link is a warning. */
  readonly foreign?: boolean;
  /** Nobody wrote it: names prove it. */
  readonly inferred?: boolean;
  /** The name of the role in a project that declares its own; `role` is the one that is like it. */
  readonly declaredRole?: string;
  /** What it was written or recorded against. */
  readonly pin?: LinkPin;
}

/**
 * How much of a file was taken in, so that nothing is dropped in silence.
 *
 * @trace P3
 */
export interface Tally {
  /** The source that counted: `sql`, `git`, … */
  readonly source: string;
  readonly file: string;
  /** What was counted: `statements`, `commits`, … */
  readonly unit: string;
  readonly read: number;
  readonly modelled: number;
  /** Knowingly not modelled (data changes, transaction control), with its own page entry. */
  readonly passedOver: number;
  readonly notUnderstood: number;
}

interface ItemFact {
  readonly fact: "item";
  readonly item: Item;
  /** From a foreign source: that it is defined twice is a warning. */
  readonly foreign?: boolean;
}

/** What a source reports. The order of facts carries no meaning. */
export type Fact =
  | ItemFact
  | { readonly fact: "reference"; readonly reference: Reference }
  | { readonly fact: "tally"; readonly tally: Tally }
  | { readonly fact: "policy"; readonly policy: WrittenTracePolicy }
  | { readonly fact: "lock"; readonly lock: TraceLock };

export const itemFact = (item: Item): Fact => ({ fact: "item", item });
export const foreignItemFact = (item: Item): Fact => ({ fact: "item", item, foreign: true });
export const referenceFact = (reference: Reference): Fact => ({ fact: "reference", reference });
export const tallyFact = (tally: Tally): Fact => ({ fact: "tally", tally });
export const policyFact = (policy: WrittenTracePolicy): Fact => ({ fact: "policy", policy });
export const lockFact = (lock: TraceLock): Fact => ({ fact: "lock", lock });
