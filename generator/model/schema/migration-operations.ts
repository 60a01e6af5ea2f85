import type { Location } from "../location.ts";

/** What a statement of a migration does to things that may hold data already. */
export type OperationKind =
  | "add column"
  | "add constraint"
  /** `table` is the domain. */
  | "add domain constraint"
  | "alter type"
  | "cluster"
  | "create index"
  | "detach partition"
  | "drop column"
  | "drop database"
  | "drop index"
  | "drop not null"
  | "drop table"
  | "reindex"
  | "rename column"
  | "rename table"
  | "set not null"
  | "truncate"
  | "vacuum"
  | "begin"
  | "commit";

/** What is true of an operation, in the words of the statement where it has some. */
export type OperationTrait =
  /** An earlier migration made what it works on: there may be rows, and programs that use it. */
  | "existing"
  | "partitioned"
  /** Inside `BEGIN … COMMIT` of its file, or in a block. */
  | "in transaction"
  | "concurrently"
  | "if exists"
  | "cascade"
  | "full"
  | "not null"
  | "default"
  | "volatile default"
  | "stored"
  | "serial"
  | "identity"
  | "unique"
  | "primary key"
  | "foreign key"
  | "check"
  | "exclude"
  | "using index"
  | "not valid"
  /** The old values are kept as they are: a longer `varchar`, or `text`. */
  | "widening";

/** A fact, not a judgement: what it means for a running system is decided elsewhere. */
export interface Operation {
  readonly kind: OperationKind;
  /** The table, with its schema where it is known; else the name that the statement gives. */
  readonly table: string;
  /** The column, constraint or index. */
  readonly name?: string;
  readonly traits: readonly OperationTrait[];
  readonly location: Location;
}

/** `-- rastro-ignore <rule>: reason` above a statement. */
export interface Suppression {
  readonly rule: string;
  /** Empty when none is given. */
  readonly reason: string;
  /** Of the comment. */
  readonly location: Location;
  /** The lines of the statement, the last one included. */
  readonly from: number;
  readonly to: number;
}
