import { itemsOf } from "#model/graph.ts";
import { commitSections } from "#model/history.ts";
import type { LinkRole } from "#model/link-role.ts";
import type { LinkText, PageContext, PagePlan, View, Words } from "../../view.ts";
import { apiRows, moreApiRows } from "./api-changes.ts";
import { schemaRows } from "./schema-changes.ts";
import { type CommitItem, groupByRelease, isMerge, type ReleaseGroup } from "./history.ts";

/** What one release brought, or what waits for the next: every commit, by what it means. */
export const changelogRelease: View = {
  template: "changelog-release",
  target: "changelog",
  plan: (graph) => {
    const [repository] = itemsOf(graph, "repository");
    return repository === undefined
      ? []
      : groupByRelease(graph).map((group) => planRelease(group, repository.location));
  },
};

function planRelease(group: ReleaseGroup, origin: PagePlan["origins"][number]): PagePlan {
  const { release, alsoTagged, prereleases, commits, path } = group;
  return {
    path,
    title: (words) => titleOf(group, words),
    ...(release && { subject: release.id }),
    shows: [
      ...alsoTagged.map(({ id }) => ({ item: id, anchor: "tags" })),
      ...prereleases.map(({ id }) => ({ item: id, anchor: "prereleases" })),
      ...commits.map((commit) => ({ item: commit.id, anchor: anchorOf(commit) })),
    ],
    origins: [release?.location ?? origin],
    data: (context) => releaseData(group, context),
  };
}

const titleOf = ({ release }: ReleaseGroup, words: Words): string =>
  release === undefined
    ? words("changelog.unreleased")
    : words("changelog.release", { tag: release.attributes.tag });

const anchorOf = ({ attributes }: CommitItem): string => `commit-${shorten(attributes.hash)}`;

const shorten = (hash: string): string => hash.slice(0, 12);

function releaseData(group: ReleaseGroup, context: PageContext): object {
  const { release, alsoTagged, prereleases, commits } = group;
  const { format } = context;
  const merges = commits.filter(isMerge);
  const listed = commits.filter((commit) => !isMerge(commit));
  const sections = Map.groupBy(listed, sectionOf);
  return {
    date: release === undefined ? "" : format.date(release.attributes.date),
    commit: release === undefined ? "" : shorten(release.attributes.commit),
    also: alsoTagged.map(({ attributes }) => attributes.tag),
    prereleases: prereleases.map(({ attributes: { tag, date, commit } }) => ({
      tag,
      date: format.date(date),
      commit: shorten(commit),
    })),
    index: context.linkPage("changelog/index.md", context.words("changelog.title")),
    breaking: commits.flatMap((commit) => breakingRows(commit)),
    sections: sectionOrder.flatMap((name) => {
      const members = sections.get(name) ?? [];
      const title = context.words(`changelog.section-${name}`);
      return members.length === 0
        ? []
        : [{ title, entries: members.map((commit) => entryOf(commit, context)) }];
    }),
    schema: schemaRows(release?.attributes.schemaChanges ?? [], context),
    api: apiRows(release?.attributes.apiChanges ?? [], context),
    moreApi: moreApiRows(release?.attributes.apiChanges ?? [], context),
    merges: merges.map((commit) => entryOf(commit, context)),
    counts: countsOf({ all: commits.length, listed, merges: merges.length }, context),
  };
}

const sectionOrder = [...commitSections, "other", "plain"] as const;
type SectionName = (typeof sectionOrder)[number];

/** A revert that git worded itself is one, although its subject follows no convention. */
function sectionOf({ attributes }: CommitItem): SectionName {
  const { conventional, reverts } = attributes;
  if (conventional) return conventional.section ?? "other";
  return reverts === undefined ? "plain" : "revert";
}

const breakingRows = ({ attributes }: CommitItem): readonly object[] =>
  attributes.breaking.map((text) => ({
    scope: attributes.conventional?.scope ?? "",
    text: cut(text),
    hash: shorten(attributes.hash),
  }));

/** The roles of what a commit names in its trailers, in the order in which they are shown. */
const namedRoles: readonly LinkRole[] = ["implements", "verifies", "refers-to"];

function entryOf(commit: CommitItem, context: PageContext): object {
  const { conventional, subject, hash } = commit.attributes;
  const known = conventional?.section === undefined ? undefined : conventional;
  const text = known?.description ?? subject;
  return {
    anchor: anchorOf(commit),
    scope: known?.scope ?? "",
    text: text === "" ? context.words("changelog.no-message") : cut(text),
    hash: shorten(hash),
    named: namedRoles.flatMap((role) => {
      const links = namedBy(commit, role, context);
      return links.length === 0 ? [] : [{ role: context.words(`changelog.role-${role}`), links }];
    }),
  };
}

function namedBy(commit: CommitItem, role: LinkRole, context: PageContext): readonly LinkText[] {
  const links = context.graph.outgoing.get(commit.id) ?? [];
  return links
    .filter((link) => link.role === role)
    .map(({ target, to }) => (target === undefined ? { text: to } : context.link(target, to)));
}

/** Nobody reads more of a subject than this; the commit has the rest. */
const longest = 300;

const cut = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;

/** The line that must add up: every commit of the release is listed or folded. */
function countsOf(
  counts: { all: number; listed: readonly CommitItem[]; merges: number },
  { words, format }: PageContext,
): string {
  const plain = counts.listed.filter((commit) => sectionOf(commit) === "plain").length;
  return words("changelog.counts", {
    all: format.number(counts.all),
    listed: format.number(counts.listed.length),
    plain: format.number(plain),
    merges: format.number(counts.merges),
  });
}
