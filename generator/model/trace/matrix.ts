import type { Location } from "../location.ts";
import type { ItemQuery, Where } from "./policy.ts";

/** A matrix as a project declares it: which items are its rows, and what its columns find for each. */
export interface Matrix {
  readonly rows: ItemQuery;
  /** `list`: a column for each thing to find; `grid`: one for each item that can be found. */
  readonly layout: "list" | "grid";
  /** Only the rows with holes, or all. */
  readonly show: "all" | "holes";
  readonly columns: readonly MatrixColumn[];
  /** Rows whose holes are meant: derived requirements, for one. */
  readonly justified?: Where;
  /** The share of whole rows that is asked for, 0 to 1. */
  readonly atLeast?: number;
  /** What a missed threshold is. */
  readonly severity: "error" | "warning";
}

export interface MatrixColumn {
  readonly title: string;
  /** A field of the row's item, or what is known of it: `place`, `coverage`. */
  readonly field?: string;
  /** Links to follow, one after the other; what the last one finds stands in the cell. */
  readonly via: readonly MatrixStep[];
  /** An empty cell is no hole. */
  readonly optional: boolean;
  /** The share of rows with something in this column that is asked for, 0 to 1. */
  readonly atLeast?: number;
  readonly location: Location;
}

/** One step along links of a role, read forwards or, by the name of its inverse, backwards. */
export interface MatrixStep extends ItemQuery {
  readonly link: string;
}
