import { itemName } from "#model/item.ts";
import type { PageContext, View } from "../../view.ts";
import {
  folderOf,
  groupByModule,
  groupByPackage,
  type ModuleGroup,
  type PackageGroup,
  packagePath,
  publicApiPath,
} from "./modules.ts";
import { totalsOf } from "./totals.ts";

/** Every package, and every other module by its folder, with how much of it is documented. */
export const codeIndex: View = {
  template: "code-index",
  target: "code",
  plan: (graph) => {
    const all = groupByModule(graph);
    if (all.length === 0) return [];
    const groups = groupByPackage(graph);
    const loose = groups.filter((group) => group.package === undefined);
    const folders = Map.groupBy(
      loose.flatMap(({ modules }) => modules),
      folderOf,
    );
    return [
      {
        path: "code/index.md",
        title: (words) => words("code.title"),
        origins: all.map(({ module }) => module.location),
        data: (context) => ({
          totals: totalsOf(all, context.format),
          packages: groups.flatMap((group) => packageRow(group, context)),
          publicApi: loose.map(() =>
            context.linkPage(publicApiPath(undefined), context.words("code.public-api")),
          ),
          folders: [...folders].map(([folder, members]) => ({
            folder,
            modules: members.map((group) => moduleRow(group, context)),
          })),
        }),
      },
    ];
  },
};

function packageRow(group: PackageGroup, context: PageContext): readonly object[] {
  const { package: item, modules } = group;
  if (item === undefined) return [];
  const name = itemName(item.id);
  return [
    {
      package: context.linkPage(packagePath(name), name),
      publicApi: context.linkPage(publicApiPath(name), context.words("code.public-api")),
      ...totalsOf(modules, context.format),
    },
  ];
}

function moduleRow(group: ModuleGroup, context: PageContext): object {
  const name = group.name.slice(group.name.lastIndexOf("/") + 1);
  return { module: context.linkPage(group.path, name), ...totalsOf([group], context.format) };
}
