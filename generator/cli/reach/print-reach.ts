import { loadWords } from "#config/index.ts";
import { escapeMarkdown } from "#markdown/index.ts";
import type { Link } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { Language } from "#model/pages/page.ts";
import { type Reached, wayTo } from "#model/trace/reach.ts";
import { linkState, roleWord, tracedLink, type Words, wordsOf } from "#render/index.ts";
import type { JudgedProject } from "../../generate.ts";
import type { Arguments } from "../command.ts";

/** A project, and the words to tell of it. */
export interface Told extends Pick<JudgedProject, "graph" | "evaluation"> {
  readonly words: Words;
}

/** What names of items are made of. */
type Named = Pick<Told, "graph" | "words">;

/** Words that are missing are for the pages to report. */
export const toldIn = (language: Language): Words =>
  wordsOf(language, loadWords(language), () => undefined);

/** `SW-1: Ler o sensor (requisito, reqs/a.sdoc:25)`. */
export function nameOf(told: Named, id: ItemId): string {
  const item = told.graph.items.get(id);
  if (!item) return itemName(id);
  return `${titleOf(item)} (${kindOf(item, told)}, ${placeOf(item)})`;
}

/** The name that people say, then what it is called; of a commit the beginning of its hash. */
function titleOf(item: Item): string {
  const name = item.kind === "commit" ? item.attributes.hash.slice(0, 8) : itemName(item.id);
  const isSaid = item.title.startsWith(name) || (item.kind === "test" && name.endsWith(item.title));
  return isSaid ? item.title : `${name}: ${item.title}`;
}

/** What kind of item it is; of a requirement its type, of a test how it went. */
function kindOf(item: Item, { words }: Named): string {
  const kind = words(`reports.kind-${item.kind}`);
  if (item.kind === "requirement") return item.attributes.type ?? kind;
  return item.kind === "test"
    ? `${kind}: ${words(`reports.test-${item.attributes.verdict}`)}`
    : kind;
}

function placeOf(item: Item): string {
  if (item.kind === "commit") return item.attributes.date.slice(0, 10);
  const { file, line } = item.location;
  return line === undefined ? file : `${file}:${line}`;
}

/** What was reached as a tree of lines, each item once, below the item that it was reached from. */
export function treeLines(told: Told, all: readonly Reached[]): readonly string[] {
  const below = Map.groupBy(all, ({ from, depth }) => `${depth} ${from}`);
  const starts = [...new Set(all.filter(({ depth }) => depth === 1).map(({ from }) => from))];
  const lines: string[] = [];
  const open = starts.flatMap((from) => below.get(`1 ${from}`) ?? []).toReversed();
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    lines.push(`${"  ".repeat(step.depth)}${stepText(told, step)}`);
    if (!step.isStrong) continue;
    // One by one: there may be more than fit in the arguments of a call.
    const next = below.get(`${step.depth + 1} ${step.item}`) ?? [];
    for (const each of next.toReversed()) open.push(each);
  }
  return lines;
}

function stepText(told: Told, { isStrong, role, item, link }: Reached): string {
  const wrong = wrongWith(told, link);
  const text = `${isStrong ? "●" : "○"} ${roleWord(told.words, role)} ${nameOf(told, item)}`;
  return wrong === undefined ? text : `${text} ${wrong}`;
}

/** What is wrong with a link; nothing for one that counts or that tracing does not look at. */
function wrongWith(told: Told, link: Link): string | undefined {
  const traced = tracedLink(told, link);
  return traced === undefined || traced.state === "covers" ? undefined : linkState(told, traced);
}

/** The same as facts, with the way to each item. */
export const reachFacts = (told: Omit<Told, "words">, all: readonly Reached[]) =>
  all.map((each) => ({
    item: each.item,
    title: told.graph.items.get(each.item)?.title ?? "",
    role: each.role,
    depth: each.depth,
    strength: each.isStrong ? "strong" : "weak",
    state: tracedLink(told, each.link)?.state ?? null,
    way: wayTo(each, all),
    ...told.graph.items.get(each.item)?.location,
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
