import { type Reached, wayTo } from "#model/trace/reach.ts";
import { escapeMarkdown } from "#markdown/index.ts";
import type { Graph } from "#model/graph.ts";
import { type ItemId, itemName } from "#model/item.ts";
import type { Arguments } from "../command.ts";

/** `SW-1: Ler o sensor (requirement, reqs/a.sdoc:25)`. */
export function nameOf({ items }: Graph, id: ItemId): string {
  const item = items.get(id);
  const name = itemName(id);
  if (!item) return name;
  const { title, kind, location } = item;
  const place = location.line === undefined ? location.file : `${location.file}:${location.line}`;
  return `${title.startsWith(name) ? title : `${name}: ${title}`} (${kind}, ${place})`;
}

/** What was reached as a tree of lines, each item once, below the item that it was reached from. */
export function treeLines(graph: Graph, all: readonly Reached[]): readonly string[] {
  const below = Map.groupBy(all, ({ from, depth }) => `${depth} ${from}`);
  const starts = [...new Set(all.filter(({ depth }) => depth === 1).map(({ from }) => from))];
  const lines: string[] = [];
  const open = starts.flatMap((from) => below.get(`1 ${from}`) ?? []).toReversed();
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const mark = step.isStrong ? "●" : "○";
    lines.push(`${"  ".repeat(step.depth)}${mark} ${step.role} ${nameOf(graph, step.item)}`);
    if (step.isStrong)
      open.push(...(below.get(`${step.depth + 1} ${step.item}`) ?? []).toReversed());
  }
  return lines;
}

/** The same as facts, with the way to each item. */
export const reachFacts = (graph: Graph, all: readonly Reached[]) =>
  all.map((each) => ({
    item: each.item,
    title: graph.items.get(each.item)?.title ?? "",
    role: each.role,
    depth: each.depth,
    strength: each.isStrong ? "strong" : "weak",
    way: wayTo(each, all),
    ...graph.items.get(each.item)?.location,
  }));

/** A heading and its lines. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Sections for a terminal or, as nested lists, for a page. */
export function printSections(
  title: string,
  sections: readonly Section[],
  { format }: Pick<Arguments, "format">,
): string {
  if (format !== "markdown") {
    return [title, ...sections.flatMap((each) => ["", each.title, ...each.lines])].join("\n");
  }
  const item = (line: string): string => {
    const [, indent = "", text = ""] = /^( *)(.*)$/s.exec(line) ?? [];
    return `${indent.slice(2)}- ${escapeMarkdown(text, "text")}`;
  };
  const parts = sections.flatMap((each) => [
    "",
    `## ${escapeMarkdown(each.title, "heading")}`,
    "",
    ...each.lines.map(item),
  ]);
  return [`# ${escapeMarkdown(title, "heading")}`, ...parts].join("\n");
}
