import type { ItemId } from "../item.ts";
import type { Location } from "../location.ts";

/** What became of an item between two versions of a project, in the order in which it is told. */
export const graphChangeKinds = [
  "added",
  "removed",
  "normative",
  "informative",
  "moved",
  "relinked",
  "coverage",
] as const;
export type GraphChangeKind = (typeof graphChangeKinds)[number];

/** A field with what it said and says; absent where it was, or is, not there. */
export interface FieldChange {
  readonly name: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The role of a link as it is declared, and the name of what it leads to. */
export interface ChangedLink {
  readonly role: string;
  readonly to: string;
}

export interface GraphChange {
  readonly item: ItemId;
  readonly title: string;
  /** In the version that has it; the later one when both have. */
  readonly location: Location;
  readonly change: GraphChangeKind;
  /** The normative fields that changed or, of an informative change, the others. */
  readonly fields?: readonly FieldChange[];
  /** Its former name or file; its former coverage. */
  readonly before?: string;
  readonly after?: string;
  /** Links that it has now, and had not: of an item that is new, all. */
  readonly linked?: readonly ChangedLink[];
  readonly unlinked?: readonly ChangedLink[];
}
