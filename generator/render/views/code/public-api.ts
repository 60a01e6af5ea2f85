import { itemName } from "#model/item.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import {
  groupByPackage,
  type ModuleGroup,
  type PackageGroup,
  packagePath,
  publicApiPath,
} from "./modules.ts";
import { reportApi } from "./report-api.ts";
import { totalsOf } from "./totals.ts";

/** All that a package exports, or all modules that belong to none, on one page without comments. */
export const publicApi: View = {
  template: "public-api",
  target: "code",
  plan: (graph) =>
    groupByPackage(graph).flatMap((group) => {
      const modules = group.modules.filter(
        ({ declared, passedOn }) => declared.length + passedOn.length > 0,
      );
      return modules.length === 0 ? [] : [planReport({ ...group, modules })];
    }),
};

function planReport({ package: item, modules }: PackageGroup): PagePlan {
  const name = item && itemName(item.id);
  return {
    path: publicApiPath(name),
    title: (words) =>
      name === undefined ? words("code.public-api") : words("code.public-api-of", { name }),
    origins: modules.map(({ module }) => module.location),
    data: (context) => ({
      totals: totalsOf(modules, context.format),
      up:
        name === undefined
          ? context.linkPage("code/index.md", context.words("code.title"))
          : context.linkPage(packagePath(name), name),
      modules: modules.map((group) => moduleData(group, context)),
    }),
  };
}

const moduleData = (group: ModuleGroup, context: PageContext): object => ({
  module: context.linkPage(group.path, group.name),
  report: reportApi(group),
});
