import type { ItemId } from "../item.ts";
import type { Matrix } from "./matrix.ts";

/** A thing in a cell. */
export interface MatrixEntry {
  readonly name: string;
  readonly item?: ItemId;
  /** Of a field that is a number. */
  readonly number?: number;
}

/** Of all rows that the query finds, whatever is shown; justified ones are counted apart. */
export interface MatrixCount {
  readonly filled: number;
  readonly justified: number;
  readonly rows: number;
  readonly atLeast?: number;
  /** Of a threshold: of no rows nothing can be measured. */
  readonly verdict?: "met" | "missed" | "not-measurable";
}

export interface MatrixHead {
  readonly title: string;
  /** The item that a column of a grid stands for. */
  readonly item?: ItemId;
  /** Absent for what is no link, and for what may be empty. */
  readonly count?: MatrixCount;
}

export interface MatrixLine {
  readonly item: ItemId;
  readonly cells: readonly (readonly MatrixEntry[])[];
  readonly state: "whole" | "justified" | "hole";
}

/** A declared matrix, filled: every form of it is made from this. */
export interface MatrixResult {
  readonly matrix: ItemId;
  readonly declared: Matrix;
  readonly heads: readonly MatrixHead[];
  /** The rows that are shown. */
  readonly lines: readonly MatrixLine[];
  /** Whole rows: something in every column that may not be empty. */
  readonly whole: MatrixCount;
}
