import type { Relation } from "../../catalogue/catalogue.ts";
import type { Context } from "../context.ts";
import { refuse } from "./refuse.ts";

interface Tie {
  readonly child: Relation;
  readonly parent: Relation;
  readonly statement: string;
}

/** Whether a table would come to stand above itself; reports it. */
export function isCircular({ child, parent, statement }: Tie, context: Context): boolean {
  if (!standsAbove(child, parent)) return false;
  const table = `${child.namespace}.${child.name}`;
  refuse(context, "sources/sql-circular", { statement, table });
  return true;
}

const standsAbove = (upper: Relation, { parents, partition, ...rest }: Relation): boolean =>
  (upper.name === rest.name && upper.namespace === rest.namespace) ||
  [...parents, ...(partition ? [partition.parent] : [])].some((each) => standsAbove(upper, each));
