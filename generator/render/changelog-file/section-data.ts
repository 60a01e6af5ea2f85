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

/**
 * The sections that are written out. Where most of a release follows no convention its commits are
 * all there is to tell, except those that only raise the version.
 */
function shownIn(entries: ReadonlyMap<SectionName, readonly Entry[]>): readonly SectionName[] {
  const plain = entries.get("plain")?.length ?? 0;
  const all = [...entries.values()].reduce((sum, { length }) => sum + length, 0);
  return plain * 2 >= all ? [...shown, "plain"] : shown;
}

/** `v1.2.0`, `Release 1.2.0`, `Version Packages`: the heading says it already. */
const raisesVersion = ({ section, text }: Entry): boolean =>
  section === "plain" && versionOnly.test(text);

const versionOnly =
  /^(?:(?:(?:bump|bumped|prepare|release|version)\b.{0,40}? )?v?\d+\.\d+\.\d+\S*|(?:\[[^\]]{1,20}\] *)?(?:version packages|release)(?: \(\w+\))?)$/i;

const keptTitles: Partial<Readonly<Record<SectionName, string>>> = {
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
  const { layout, links, words, all } = telling;
  const { tag = nameOf(group, words), version, date = "" } = group.release?.attributes ?? {};
  const { listed } = sortCommits(group);
  const entries = entriesBySection(listed);
  const told = all ? sectionOrder : shownIn(entries);
  const isTold = (entry: Entry): boolean =>
    told.includes(entry.section) && (all || !raisesVersion(entry));
  return {
    name: tag.replace(/^v/, "") === version ? version : tag,
    also: group.alsoTagged.map(({ attributes }) => attributes.tag),
    compare: before === undefined ? "" : links.compare(before, group.release ? tag : "HEAD"),
    date: date.slice(0, 10),
    kept: layout === "kept",
    breaking: listed.flatMap((commit) => breakingRows(commit, links)),
    sections: told.flatMap((name) => {
      const members = (entries.get(name) ?? []).filter(isTold);
      const kept = layout === "kept" ? keptTitles[name] : undefined;
      const plain = name === "plain" && !all ? "changes" : undefined;
      const title = words(`changelog.${kept ?? plain ?? `section-${name}`}`);
      return members.length === 0
        ? []
        : [{ title, entries: members.map((entry) => entryRow(entry, telling)) }];
    }),
    others: all
      ? ""
      : othersOf(
          [...entries.values()].flat().filter((each) => !isTold(each)),
          telling,
        ),
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

/** What is not written out, so that nobody takes the section for the whole release. */
const othersOf = (entries: readonly Entry[], { words, format }: Telling): string =>
  entries.length === 0 ? "" : words("changelog.others", { n: format.number(entries.length) });
