import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, View } from "../../view.ts";
import { entriesBySection, sortCommits } from "./entries.ts";
import { groupByRelease, nameOf, type ReleaseGroup } from "./history.ts";
import { packageRows } from "./packages.ts";

/** Every release, newest first, with what it brought in figures. */
export const changelogIndex: View = {
  template: "changelog-index",
  target: "changelog",
  plan: (graph) => {
    const repositories = itemsOf(graph, "repository");
    const [subject] = repositories;
    if (subject === undefined) return [];
    const groups = groupByRelease(graph);
    return [
      {
        path: "changelog/index.md",
        title: (words) => words("changelog.title"),
        subject: subject.id,
        origins: repositories.map(({ location }) => location),
        data: (context) => ({
          rows: groups.map((group) => releaseRow(group, context)),
          packages: packageRows(
            groups,
            repositories.flatMap(({ attributes }) => attributes.packageTags ?? []),
            context,
          ),
          nextTags: repositories.flatMap(({ attributes }) => attributes.nextTag ?? []),
          shallow: repositories.some(({ attributes }) => attributes.shallow),
          otherTags: otherTags(repositories, context),
          repositories: repositories.map(({ title, attributes }) => ({
            name: title === "." ? "" : title,
            commits: context.format.number(attributes.commits),
            newest: attributes.newest,
            date: context.format.date(attributes.date),
          })),
        }),
      },
    ];
  },
};

function releaseRow(group: ReleaseGroup, context: PageContext): object {
  const { format, words } = context;
  const sections = entriesBySection(sortCommits(group).listed);
  const count = (section: "feat" | "fix"): string =>
    format.number(sections.get(section)?.length ?? 0);
  return {
    release: context.linkPage(group.path, nameOf(group, words)),
    also: shortList(group.alsoTagged.map(({ attributes }) => attributes.tag)),
    prereleases:
      group.prereleases.length === 0
        ? ""
        : words("changelog.prereleases-before", { n: format.number(group.prereleases.length) }),
    date: group.release ? format.date(group.release.attributes.date) : "—",
    commits: format.number(group.commits.length),
    features: count("feat"),
    fixes: count("fix"),
    breaking: format.number(
      group.commits.filter(
        ({ attributes }) => attributes.breaking.length > 0 && !attributes.cancelled,
      ).length,
    ),
  };
}

/** A release of many packages names a few of their tags here, and all of them on its page. */
const shortList = (tags: readonly string[]): string =>
  tags.length > 3 ? `${tags.slice(0, 2).join(", ")}, +${String(tags.length - 2)}` : tags.join(", ");

function otherTags(
  repositories: readonly Item<"repository">[],
  { words, format }: PageContext,
): string {
  const total = repositories.reduce((sum, { attributes }) => sum + attributes.otherTags, 0);
  return total === 0 ? "" : words("changelog.other-tags", { n: format.number(total) });
}
