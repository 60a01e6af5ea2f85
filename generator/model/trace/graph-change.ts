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

export interface GraphChange {
  readonly item: ItemId;
  readonly title: string;
  /** In the version that has it; the later one when both have. */
  readonly location: Location;
  readonly change: GraphChangeKind;
  /** The normative fields that changed. */
  readonly fields?: readonly string[];
  /** Its former name or file; its former coverage. */
  readonly before?: string;
  readonly after?: string;
  /** Links that it has now, and had not: a role and a name. */
  readonly linked?: readonly string[];
  readonly unlinked?: readonly string[];
}
