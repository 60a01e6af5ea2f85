import { isThere, type SignedGraph } from "#model/programme/document-state.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import type { Language } from "#model/pages/page.ts";
import { syncTexts } from "./texts.ts";

/** What the next meeting is drafted from. */
export interface DraftRequest extends SignedGraph {
  /** `2026-02-11` */
  readonly day: string;
  readonly language: Language;
}

/** The record of a sync, in the order in which people read it. */
export type SyncDraft = Readonly<Record<string, unknown>> & { readonly id: string };

const startOf = ({ attributes }: Item<"sync">): string => attributes.start;
const byStart = (a: Item<"sync">, b: Item<"sync">): number =>
  startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0;

/** The last meeting before a day. */
export const lastSync = (graph: Graph, day: string): Item<"sync"> | undefined =>
  itemsOf(graph, "sync")
    .filter((sync) => startOf(sync).slice(0, 10) < day)
    .toSorted(byStart)
    .at(-1);

/** The meeting of a day, filled with everything that is open on it. */
export function draftSync(request: DraftRequest): SyncDraft {
  const { graph, day, language } = request;
  const texts = syncTexts(language);
  const last = lastSync(graph, day);
  const order = Math.max(0, ...itemsOf(graph, "sync").map((each) => each.attributes.order)) + 1;
  const agenda = texts.agenda.map((topic) => ({ topic, minutes: 5 }));
  const stage = last ? stageNameOf(graph, last) : undefined;
  return {
    id: nextId(last, order),
    title: texts.title(order),
    ...(stage !== undefined && { stage }),
    order,
    start: `${day}T${last && startOf(last).includes("T") ? startOf(last).slice(11) : "10:00:00Z"}`,
    weekday: texts.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()],
    duration: agenda.reduce((sum, { minutes }) => sum + minutes, 0),
    status: "scheduled",
    agenda,
    ...(last && last.attributes.invited.length > 0 && { invited: [...last.attributes.invited] }),
    ...sealOf(graph, day),
    description: describeOpen(request, last),
  };
}

/** `SYNC-04` becomes `SYNC-05`. */
function nextId(last: Item<"sync"> | undefined, order: number): string {
  const [, prefix = "SYNC-", digits = "00"] =
    /^(.*?)(\d+)$/.exec(last ? itemName(last.id) : "") ?? [];
  return `${prefix}${String(order).padStart(digits.length, "0")}`;
}

function stageNameOf(graph: Graph, sync: Item<"sync">): string | undefined {
  const link = (graph.outgoing.get(sync.id) ?? []).find(({ role }) => role === "part-of");
  return link?.target === undefined ? undefined : itemName(link.target);
}

/** The minutes of the last meeting that was held, so that a later edit of them shows. */
function sealOf(graph: Graph, day: string) {
  const held = itemsOf(graph, "sync")
    .filter((sync) => sync.attributes.digest !== undefined && startOf(sync).slice(0, 10) < day)
    .toSorted(byStart)
    .at(-1);
  return held?.attributes.digest === undefined
    ? {}
    : { previous: { sync: itemName(held.id), digest: held.attributes.digest } };
}

function describeOpen(request: DraftRequest, last?: Item<"sync">): string {
  const { graph, day, language } = request;
  const { parts, none, noHistory } = syncTexts(language);
  const hasHistory = itemsOf(graph, "repository").length > 0;
  const lists: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [parts.blockers, blockerLines(graph)],
    [parts.actions, actionLines(graph)],
    [parts.deliverables, deliverableLines(request)],
    [parts.checkpoints, checkpointLines(graph, day)],
    [parts.commits, hasHistory ? commitLines(graph, day, last) : [noHistory]],
  ];
  return lists
    .map(([title, lines]) => {
      const list = lines.length === 0 ? none : lines.map((line) => `- ${line}`).join("\n");
      return `**${title}**\n\n${list}\n`;
    })
    .join("\n");
}

/** A name that the pages turn into a link, with its kind where people could mean another. */
const linkTo = (item: Item): string => `[[${item.id}]]`;

const line = (item: Item, ...parts: readonly (string | undefined)[]): string => {
  const known = parts.filter((part) => part !== undefined && part !== "");
  return `${linkTo(item)} ${plain(item.title)}${known.length > 0 ? ` (${known.join(", ")})` : ""}`;
};

const blockerLines = (graph: Graph): readonly string[] =>
  itemsOf(graph, "blocker")
    .filter(({ attributes }) => attributes.status === "open")
    .map((item) => line(item as Item, String(item.attributes.level), item.attributes.owner));

const actionLines = (graph: Graph): readonly string[] =>
  itemsOf(graph, "action")
    .filter(({ attributes }) => attributes.status === "open")
    .map((item) => line(item as Item, item.attributes.owner, item.attributes.due));

const deliverableLines = (request: DraftRequest): readonly string[] =>
  itemsOf(request.graph, "deliverable")
    .filter(
      (item) => (item.attributes.due ?? "~").slice(0, 10) <= request.day && !isThere(request, item),
    )
    .map((item) => line(item as Item, item.attributes.owner, item.attributes.due));

/** So many days ahead a checkpoint is near. */
const near = 7;

function checkpointLines(graph: Graph, day: string): readonly string[] {
  const until = new Date(Date.parse(day) + near * 86_400_000).toISOString().slice(0, 10);
  return itemsOf(graph, "checkpoint")
    .filter(({ attributes: { date, result = "pending" } }) => {
      const on = date.slice(0, 10);
      return result === "pending" && on >= day && on <= until;
    })
    .map((item) => line(item as Item, item.attributes.date));
}

const shownCommits = 30;

function commitLines(graph: Graph, day: string, last?: Item<"sync">): readonly string[] {
  const since = last ? Date.parse(startOf(last)) : -Infinity;
  const until = Date.parse(`${day}T23:59:59Z`);
  const commits = itemsOf(graph, "commit")
    .filter(({ attributes }) => {
      const time = Date.parse(attributes.committed);
      return time > since && time <= until;
    })
    .toSorted((a, b) => b.attributes.position - a.attributes.position);
  const rest = commits.length - shownCommits;
  return [
    ...commits
      .slice(0, shownCommits)
      .map(({ attributes }) => `\`${attributes.hash.slice(0, 8)}\` ${plain(attributes.subject)}`),
    ...(rest > 0 ? [`+ ${String(rest)}`] : []),
  ];
}

/** Text of a commit is no Markdown, and no link. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|~&!]/g, "\\$&");
