import { itemsOf } from "#model/graph.ts";
import type { Release } from "#model/history.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { LinkText, PageContext, PagePlan, View, Words } from "../../view.ts";
import { apiRows, moreApiRows } from "./api-changes.ts";
import {
  apart,
  breakingRows,
  contributorsOf,
  entriesBySection,
  type Entry,
  ownEntry,
  sectionOf,
  sectionOrder,
  type SortedRelease,
  sortCommits,
} from "./entries.ts";
import { type ForgeLinks, forgeLinks, shorten } from "./forge-links.ts";
import {
  type CommitItem,
  groupByRelease,
  nameOf,
  predecessors,
  type ReleaseGroup,
} from "./history.ts";
import { schemaRows } from "./schema-changes.ts";
import { moreSymbolRows, symbolRows } from "./symbol-changes.ts";

/** What one release brought, or what waits for the next: every commit, by what it means. */
export const changelogRelease: View = {
  template: "changelog-release",
  target: "changelog",
  plan: (graph) => {
    const [repository] = itemsOf(graph, "repository");
    if (repository === undefined) return [];
    const links = forgeLinks(repository.attributes.forge);
    const shared: Shared = { links, origin: repository.location };
    const groups = groupByRelease(graph);
    const before = predecessors(groups);
    return groups.map((group) => planRelease(group, before.get(group), shared));
  },
};

interface Shared {
  readonly links: ForgeLinks;
  readonly origin: PagePlan["origins"][number];
}

function planRelease(
  group: ReleaseGroup,
  before: string | undefined,
  { links, origin }: Shared,
): PagePlan {
  const { release, alsoTagged, prereleases, commits, path } = group;
  return {
    path,
    title: (words) =>
      release === undefined
        ? nameOf(group, words)
        : words("changelog.release", { tag: release.attributes.tag }),
    ...(release && { subject: release.id }),
    shows: [
      ...alsoTagged.map(({ id }) => ({ item: id, anchor: "tags" })),
      ...prereleases.map(({ id }) => ({ item: id, anchor: "prereleases" })),
      ...commits.map((commit) => ({ item: commit.id, anchor: anchorOf(commit) })),
    ],
    origins: [release?.location ?? origin],
    ...(release && {
      news: { updated: release.attributes.date, summary: (words) => summaryOf(group, words) },
    }),
    data: (context) => ({
      ...headData(group, before, { links, context }),
      ...bodyData(group, { links, context }),
    }),
  };
}

/** In figures, as the index has them. */
function summaryOf(group: ReleaseGroup, words: Words): string {
  const sections = entriesBySection(sortCommits(group).listed);
  const breaks = group.commits.filter(
    ({ attributes }) => attributes.breaking.length > 0 && attributes.cancelled === undefined,
  );
  const figures = [
    ["breaking", breaks.length],
    ["features", sections.get("feat")?.length ?? 0],
    ["fixes", sections.get("fix")?.length ?? 0],
    ["commits", group.commits.length],
  ] as const;
  return figures.map(([key, n]) => `${words(`changelog.${key}`)}: ${String(n)}`).join(" · ");
}

const anchorOf = ({ attributes }: CommitItem): string => `commit-${shorten(attributes.hash)}`;

interface Telling {
  readonly links: ForgeLinks;
  readonly context: PageContext;
}

function headData(
  { release, alsoTagged, prereleases, commits }: ReleaseGroup,
  before: string | undefined,
  { links, context: { words, format, linkPage } }: Telling,
): object {
  const tag = release?.attributes.tag;
  const compare = tag === undefined || before === undefined ? "" : links.compare(before, tag);
  const people = contributorsOf(commits);
  return {
    date: release === undefined ? "" : format.date(release.attributes.date),
    commit: apart(links.commit(release?.attributes.commit ?? "")),
    compare:
      compare === ""
        ? null
        : { text: words("changelog.compare", { tag: before ?? "" }), href: compare },
    also: alsoTagged.map(({ attributes }) => attributes.tag),
    prereleases: prereleases.map(({ attributes: { tag: name, date, commit } }) => ({
      tag: name,
      date: format.date(date),
      commit: shorten(commit),
    })),
    index: linkPage("changelog/index.md", words("changelog.title")),
    people: people.slice(0, shownPeople).join(", "),
    morePeople:
      people.length > shownPeople
        ? words("changelog.more-people", { n: format.number(people.length - shownPeople) })
        : "",
  };
}

/** More names than these are counted. */
const shownPeople = 40;

function bodyData(group: ReleaseGroup, telling: Telling): object {
  const { context } = telling;
  const { commits } = group;
  const sorted = sortCommits(group);
  const sections = entriesBySection(sorted.listed);
  const listOf = (list: readonly CommitItem[]) =>
    list.map((commit) => entryRow(ownEntry(commit), telling));
  return {
    breaking: commits
      .filter(({ attributes }) => attributes.cancelled === undefined)
      .flatMap((commit) => breakingRows(commit, telling.links)),
    sections: sectionOrder.flatMap((name) => {
      const members = sections.get(name) ?? [];
      const title = context.words(`changelog.section-${name}`);
      return members.length === 0
        ? []
        : [{ title, entries: members.map((entry) => entryRow(entry, telling)) }];
    }),
    ...factsData(group, context),
    cancelled: listOf(sorted.cancelled),
    merges: listOf(sorted.merges),
    aside: listOf(sorted.aside),
    counts: countsOf(sorted, context),
  };
}

/** What a release changed, whatever its commits say; of what no release holds yet, see the repository. */
function factsData({ release }: ReleaseGroup, context: PageContext): object {
  const known: Changes = (release ?? itemsOf(context.graph, "repository")[0])?.attributes ?? {};
  const { schemaChanges = [], apiChanges = [], symbolChanges = [] } = known;
  return {
    schema: schemaRows(schemaChanges, context),
    api: apiRows(apiChanges, context),
    moreApi: moreApiRows(apiChanges, context),
    symbols: symbolRows(symbolChanges, context),
    notCompared: release?.attributes.notCompared === true,
    moreSymbols: moreSymbolRows(symbolChanges, context),
  };
}

type Changes = Pick<Release, "schemaChanges" | "apiChanges" | "symbolChanges">;

/** The roles of what a commit names in its trailers, in the order in which they are shown. */
const namedRoles: readonly LinkRole[] = ["implements", "verifies", "refers-to"];

function entryRow({ commit, scope, text, issues, isPart }: Entry, telling: Telling): object {
  const { links, context } = telling;
  const { words } = context;
  const shown = (closes: boolean) =>
    issues.filter((issue) => (issue.closes ?? false) === closes).map(links.issue);
  return {
    anchor: isPart ? "" : anchorOf(commit),
    scope,
    text: text === "" ? words("changelog.no-message") : text,
    commit: apart(links.commit(commit.attributes.hash)),
    numbers: shown(false),
    closes: shown(true),
    reverts: isPart ? null : counterpart(commit.attributes.reverts, telling),
    revertedBy: isPart ? null : counterpart(commit.attributes.revertedBy, telling),
    named: isPart
      ? []
      : namedRoles.flatMap((role) => {
          const named = namedBy(commit, role, context);
          return named.length === 0
            ? []
            : [{ role: words(`changelog.role-${role}`), links: named }];
        }),
  };
}

/** The other commit of a revert: where the pages show it, or its name alone. */
function counterpart(hash: string | undefined, { context }: Telling): LinkText | null {
  if (hash === undefined) return null;
  const id = `commit:${shorten(hash)}` as const;
  const item = context.graph.items.get(id);
  return item === undefined ? { text: shorten(hash) } : context.link(id, shorten(hash));
}

function namedBy(commit: CommitItem, role: LinkRole, context: PageContext): readonly LinkText[] {
  const links = context.graph.outgoing.get(commit.id) ?? [];
  return links
    .filter((link) => link.role === role)
    .map(({ target, to }) => (target === undefined ? { text: to } : context.link(target, to)));
}

/** The line that must add up: every commit of the release is listed, or folded and counted. */
function countsOf(
  { listed, merges, cancelled, aside }: SortedRelease,
  { words, format }: PageContext,
): string {
  const parts = listed.flatMap(({ attributes }) => attributes.parts ?? []);
  const folded = [
    ["merges", merges.length],
    ["cancelled", cancelled.length],
    ["aside", aside.length],
  ] as const;
  const plain = listed.filter((commit) => sectionOf(commit) === "plain").length;
  const count = (key: string, n: number): string =>
    words(`changelog.count-${key}`, { n: format.number(n) });
  const all = listed.length + merges.length + cancelled.length + aside.length;
  const sum = [
    count("listed", listed.length),
    ...folded.flatMap(([key, n]) => (n > 0 ? [count(key, n)] : [])),
  ].join(" + ");
  const asides = [
    ...(plain > 0 ? [count("plain", plain)] : []),
    ...(parts.length > 0 ? [count("parts", parts.length)] : []),
  ];
  return [words("changelog.counts", { all: format.number(all), sum }), ...asides].join(" ");
}
