import type { AlterTableCmd } from "libpg-query";
import type { Column, Constraint, Relation } from "../../catalogue/catalogue.ts";
import type { Range } from "../../parser/clauses.ts";
import type { Context } from "../context.ts";
import { removeAll, reportRefusal } from "../removal/remove-all.ts";

/** One command of an `ALTER TABLE`. */
export interface Change {
  readonly relation: Relation;
  readonly command: AlterTableCmd;
  readonly context: Context;
  /** The part of the statement that the command is. */
  readonly range: Range;
}

/** What a command does to its table. */
export type Command = (change: Change) => void;

/** What others need is dropped only with CASCADE. */
export function dropPart(
  part: Column | Constraint,
  command: AlterTableCmd,
  context: Context,
): void {
  if (command.behavior !== "DROP_CASCADE") {
    const statement = part.kind === "column" ? "DROP COLUMN" : "DROP CONSTRAINT";
    reportRefusal(context, { object: part, statement, objects: [part] });
  }
  removeAll(context, part, part.relation);
}
