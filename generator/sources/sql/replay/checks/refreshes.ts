import type { RefreshMatViewStmt } from "libpg-query";
import type { Index, Relation } from "../../catalogue/catalogue.ts";
import type { Context } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { isThere } from "../require.ts";
import { refuse } from "./refuse.ts";

export function checkRefresh(node: RefreshMatViewStmt, context: Context): void {
  const view = isThere(context, rangeName(node.relation));
  if (view === undefined || node.concurrent !== true || allowsConcurrentRefresh(view)) return;
  refuse(context, "sources/sql-refresh-needs-index", { view: `${view.namespace}.${view.name}` });
}

/** A unique index of columns alone, over all rows. */
export const allowsConcurrentRefresh = ({ kind, indexes }: Relation): boolean =>
  kind !== "materialized-view" || indexes.some(isSufficient);

const isSufficient = ({ unique, predicate, keys }: Index): boolean =>
  unique && predicate === undefined && keys.every((key) => !key.includes("("));
