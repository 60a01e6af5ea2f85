import type { CommitSection } from "#model/history.ts";
import type { Format, Words } from "../view.ts";
import {
  apart,
  breakingRows,
  entriesBySection,
  type Entry,
  type SectionName,
  sectionOrder,
  sortCommits,
} from "../views/changelog/entries.ts";
import type { ForgeLinks } from "../views/changelog/forge-links.ts";
import { nameOf, type ReleaseGroup } from "../views/changelog/history.ts";
import type { Layout } from "./merge-changelog.ts";

/** What users of a release notice; everything else is counted. */
const shown = ["feat", "fix", "perf", "revert"] as const satisfies CommitSection[];

/** A section that is written out; `changes` are commits in nobody's convention. */
interface ToldSection {
  readonly name: SectionName | "changes";
  readonly entries: readonly Entry[];
}

/**
 * The sections that are written out. Where most of a release follows no convention, or one of its
 * own (`net: …`), its commits are all there is to tell, except those that only raise the version.
 */
function tellSections(
  entries: ReadonlyMap<SectionName, readonly Entry[]>,
  all: boolean,
): readonly ToldSection[] {
  const sectionOf = (name: SectionName) => ({ name, entries: entries.get(name) ?? [] });
  if (all) return sectionOrder.map(sectionOf);
  const named = shown.map(sectionOf);
  const loose = [...sectionOf("plain").entries, ...sectionOf("other").entries].sort(
    (a, b) => b.commit.attributes.position - a.commit.attributes.position,
  );
  if (loose.length * 2 < countEntries(entries.values())) return named;
  const changes = loose.filter(({ text }) => !versionOnly.test(text));
  return [...named, { name: "changes", entries: changes }];
}

const countEntries = (lists: Iterable<readonly Entry[]>): number =>
  [...lists].reduce((sum, { length }) => sum + length, 0);

/** `v1.2.0`, `Release 1.2.0`, `Version Packages`: the heading says it already. */
const versionOnly =
  /^(?:(?:(?:bump|bumped|prepare|release|version)\b.{0,40}? )?v?\d+\.\d+\.\d+\S*|(?:\[[^\]]{1,20}\] *)?(?:version packages|release)(?: \(\w+\))?)$/i;

const keptTitles: Partial<Readonly<Record<ToldSection["name"], string>>> = {
  changes: "changes",
  feat: "kept-added",
  fix: "kept-fixed",
  perf: "kept-changed",
  revert: "kept-removed",
};

/** How the sections of one changelog are told. */
export interface Telling {
  readonly layout: Layout;
  readonly links: ForgeLinks;
  readonly words: Words;
  readonly format: Format;
  /** Every commit is written out. */
  readonly all: boolean;
}

/** What the section of one release in a committed changelog says; `before` is the tag before it. */
export function sectionData(
  group: ReleaseGroup,
  before: string | undefined,
  telling: Telling,
): object {
  const { layout, links, words, format, all } = telling;
  const { tag = nameOf(group, words), version, date = "" } = group.release?.attributes ?? {};
  const { listed } = sortCommits(group);
  const entries = entriesBySection(listed);
  const told = tellSections(entries, all);
  const untold = countEntries(entries.values()) - countEntries(told.map((each) => each.entries));
  return {
    name: tag.replace(/^v/, "") === version ? version : tag,
    also: group.alsoTagged.map(({ attributes }) => attributes.tag),
    compare: before === undefined ? "" : links.compare(before, group.release ? tag : "HEAD"),
    date: date.slice(0, 10),
    kept: layout === "kept",
    breaking: listed.flatMap((commit) => breakingRows(commit, links)),
    sections: told.flatMap(({ name, entries: members }) => {
      const kept = layout === "kept" || name === "changes" ? keptTitles[name] : undefined;
      const title = words(`changelog.${kept ?? `section-${name}`}`);
      return members.length === 0
        ? []
        : [{ title, entries: members.map((entry) => entryRow(entry, telling)) }];
    }),
    // So that nobody takes the section for the whole release.
    others: untold === 0 ? "" : words("changelog.others", { n: format.number(untold) }),
  };
}

function entryRow({ commit, scope, text, issues }: Entry, { links, words }: Telling): object {
  const numbers = (closes: boolean) =>
    issues.filter((issue) => (issue.closes ?? false) === closes).map(links.issue);
  return {
    scope,
    text: text === "" ? words("changelog.no-message") : text,
    commit: apart(links.commit(commit.attributes.hash)),
    numbers: numbers(false),
    closes: numbers(true),
  };
}
