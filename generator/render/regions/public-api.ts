import { itemName } from "#model/item.ts";
import { groupByPackage } from "../views/code/modules.ts";
import { reportApi } from "../views/code/report-api.ts";
import type { RegionKind } from "./region.ts";

/** The signatures of all that a package exports, or all modules without one: a change of them shows in a review. */
export const publicApiRegion: RegionKind = {
  options: ["package"],
  of: "project",
  make: ({ region, words }, { graph }) => {
    const wanted = region.options["package"];
    const groups = groupByPackage(graph);
    const group = groups.find(({ package: item }) => (item && itemName(item.id)) === wanted);
    if (group === undefined && wanted !== undefined) {
      return { impossible: "no-such-part", option: "package" };
    }
    const modules = (group?.modules ?? []).filter((each) => reportApi(each) !== "");
    if (modules.length === 0) return { lines: [words("regions.nothing")] };
    return {
      lines: modules.flatMap((each, at) => [
        ...(at === 0 ? [] : [""]),
        ...(modules.length === 1 && wanted !== undefined ? [] : [`### \`${each.name}\``, ""]),
        ...fenced(reportApi(each)),
      ]),
    };
  },
};

/** No text inside ends the fence. */
function fenced(text: string): readonly string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}ts`, ...text.split("\n"), fence];
}
