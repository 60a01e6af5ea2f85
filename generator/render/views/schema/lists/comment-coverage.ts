import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { leadingTo } from "../relations.ts";
import type { PageContext } from "../../../view.ts";
import { membersOf, tablesIn } from "./object-lists.ts";

/** How many objects say what they are for. */
export interface CommentCoverage {
  readonly described: number;
  readonly all: number;
}

/** Counts tables (partitions aside), their columns, views, functions and types of a schema. */
export function commentCoverage(graph: Graph, namespace: string): CommentCoverage {
  const tables = tablesIn(graph, namespace);
  const columns = tables.flatMap(({ id }) =>
    leadingTo(graph, id, { role: "part-of", kind: "column" }),
  );
  const kinds = ["view", "materialized-view", "function", "type"] as const;
  const others = kinds.flatMap((kind): readonly Item[] => membersOf(graph, kind, namespace));
  const all: readonly Item[] = [...tables, ...columns, ...others];
  return { described: all.filter(isDescribed).length, all: all.length };
}

/** The same for all schemas together. */
export function overallCoverage(graph: Graph): CommentCoverage {
  const each = itemsOf(graph, "namespace").map(({ title }) => commentCoverage(graph, title));
  return {
    described: each.reduce((sum, { described }) => sum + described, 0),
    all: each.reduce((sum, { all }) => sum + all, 0),
  };
}

const isDescribed = ({ description }: Item): boolean => (description?.text ?? "").trim() !== "";

/** `35 % (7/20)`; of nothing, that it cannot be measured. */
export function shownCoverage(
  { described, all }: CommentCoverage,
  { format }: PageContext,
): string {
  const ratio = format.ratio(described, all);
  if (all === 0) return ratio;
  // Only all of them are 100 %.
  const percent = Math.floor((100 * described) / all);
  return `${format.number(percent)} % (${ratio})`;
}
