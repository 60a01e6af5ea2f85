import type { Item } from "#model/item.ts";
import type { PageContext } from "../../view.ts";
import type { ReleaseGroup } from "./history.ts";

/** The packages of a repository that have versions of their own, by name; empty when none has. */
export function packageRows(
  groups: readonly ReleaseGroup[],
  proposed: readonly string[],
  { format, linkPage }: PageContext,
): readonly object[] {
  const versions = groups.flatMap((group) => {
    const { release, alsoTagged, prereleases, path } = group;
    const tags = [...(release ? [release] : []), ...alsoTagged, ...prereleases];
    return tags.flatMap((tag) =>
      tag.attributes.package === undefined
        ? []
        : [{ owner: tag.attributes.package, tag: tag.attributes, path }],
    );
  });
  const byPackage = Map.groupBy(versions, ({ owner }) => owner);
  return [...byPackage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([owner, list]) => {
      const newest = newestOf(list);
      return {
        name: owner,
        newest: linkPage(newest.path, newest.tag.version ?? newest.tag.tag),
        date: format.date(newest.tag.date),
        versions: format.number(list.length),
        next: proposed.find((tag) => nextOf(newest.tag.tag, newest.tag.version, tag)) ?? "—",
      };
    });
}

interface PackageVersion {
  readonly tag: Item<"release">["attributes"];
  readonly path: string;
}

const newestOf = (list: readonly PackageVersion[]): PackageVersion =>
  list.reduce((best, each) => (each.tag.position > best.tag.position ? each : best));

/** Tags of one package differ in their version alone. */
const nextOf = (tag: string, version: string | undefined, next: string): boolean =>
  version !== undefined &&
  next.startsWith(tag.slice(0, -version.length)) &&
  /^\d+\.\d+\.\d+$/.test(next.slice(tag.length - version.length));
