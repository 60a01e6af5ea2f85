import type { ConventionalSubject, IssueReference } from "#model/history.ts";
import { commitSections } from "#model/history.ts";
import type { LinkText } from "../../view.ts";
import type { ForgeLinks } from "./forge-links.ts";
import { type CommitItem, isMerge, type ReleaseGroup } from "./history.ts";

/** The sections of a release, in the order in which people read them. */
export const sectionOrder = [...commitSections, "other", "plain"] as const;
export type SectionName = (typeof sectionOrder)[number];

/** One thing that a release brought: a commit, or one of those that were squashed into it. */
export interface Entry {
  readonly commit: CommitItem;
  readonly section: SectionName;
  readonly scope: string;
  /** Empty when nobody wrote anything. */
  readonly text: string;
  readonly issues: readonly IssueReference[];
  /** It stands in the body of a squashed commit, which has an entry of its own. */
  readonly isPart: boolean;
}

/** The commits of a release by what becomes of them: each is in exactly one list. */
export interface SortedRelease {
  readonly listed: readonly CommitItem[];
  readonly merges: readonly CommitItem[];
  readonly cancelled: readonly CommitItem[];
  readonly aside: readonly CommitItem[];
}

export function sortCommits({ commits }: Pick<ReleaseGroup, "commits">): SortedRelease {
  const fateOf = (commit: CommitItem): keyof SortedRelease => {
    if (commit.attributes.cancelled) return "cancelled";
    if (isMerge(commit)) return "merges";
    return commit.attributes.aside ? "aside" : "listed";
  };
  const fates = Map.groupBy(commits, fateOf);
  const get = (fate: keyof SortedRelease) => fates.get(fate) ?? [];
  return {
    listed: get("listed"),
    merges: get("merges"),
    cancelled: get("cancelled"),
    aside: get("aside"),
  };
}

/** The entries of the listed commits by section, each commit's own before its parts. */
export const entriesBySection = (
  listed: readonly CommitItem[],
): ReadonlyMap<SectionName, readonly Entry[]> =>
  Map.groupBy(listed.flatMap(entriesOf), ({ section }) => section);

function entriesOf(commit: CommitItem): readonly Entry[] {
  const { parts = [] } = commit.attributes;
  return [ownEntry(commit), ...parts.map((part) => partEntry(commit, part))];
}

/** What a commit itself says; a merge says what was merged. */
export function ownEntry(commit: CommitItem): Entry {
  const { conventional, subject, issues = [], merged } = commit.attributes;
  const known = conventional?.section === undefined ? undefined : conventional;
  return {
    commit,
    section: sectionOf(commit),
    scope: known?.scope ?? "",
    text: withoutNumbers(merged ?? known?.description ?? subject),
    issues,
    isPart: false,
  };
}

const partEntry = (commit: CommitItem, part: ConventionalSubject): Entry => ({
  commit,
  section: part.section ?? "other",
  scope: part.scope ?? "",
  text: withoutNumbers(part.description),
  issues: [],
  isPart: true,
});

/** A revert that git worded itself is one, although its subject follows no convention. */
export function sectionOf({ attributes }: CommitItem): SectionName {
  const { conventional, reverts } = attributes;
  if (conventional) return conventional.section ?? "other";
  return reverts === undefined ? "plain" : "revert";
}

/** Numbers in parentheses at the end are shown as links of their own. */
function withoutNumbers(text: string): string {
  let rest = text.trimEnd();
  while (rest.endsWith(")")) {
    const open = rest.lastIndexOf("(");
    if (open <= 0 || !/^(?:[\w./-]*[#!]|GH-)\d+$/i.test(rest.slice(open + 1, -1))) break;
    rest = rest.slice(0, open).trimEnd();
  }
  return cut(rest);
}

/** Nobody reads more of a subject than this; the commit has the rest. */
const longest = 300;

/** A text that a line can hold. */
const cut = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;

/** Everybody who wrote something of it, each once, in the order of their names. */
export function contributorsOf(commits: readonly CommitItem[]): readonly string[] {
  const names = commits.flatMap(({ attributes }) => [
    attributes.author,
    ...(attributes.coAuthors ?? []),
  ]);
  return [...new Set(names)].filter((name) => name !== "").sort();
}

/** A link with its address apart, for words in a code span. */
export const apart = ({ text, href }: LinkText): { text: string; href: string } => ({
  text,
  href: href ?? "",
});

/** What a commit breaks, in its words. */
export const breakingRows = ({ attributes }: CommitItem, links: ForgeLinks): readonly object[] =>
  attributes.breaking.map((text) => ({
    scope: attributes.conventional?.scope ?? "",
    text: withoutNumbers(text),
    commit: apart(links.commit(attributes.hash)),
  }));
