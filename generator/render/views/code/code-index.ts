import type { PageContext, View } from "../../view.ts";
import { folderOf, groupByModule, type ModuleGroup } from "./modules.ts";

/** Every module by its folder, with how much of it is documented. */
export const codeIndex: View = {
  template: "code-index",
  target: "code",
  plan: (graph) => {
    const groups = groupByModule(graph);
    return groups.length === 0
      ? []
      : [
          {
            path: "code/index.md",
            title: (words) => words("code.title"),
            origins: groups.map(({ module }) => module.location),
            data: (context) => ({
              totals: totalsOf(groups, context),
              folders: [...Map.groupBy(groups, folderOf)].map(([folder, members]) => ({
                folder,
                ...totalsOf(members, context),
                modules: members.map((group) => moduleRow(group, context)),
              })),
            }),
          },
        ];
  },
};

function moduleRow(group: ModuleGroup, context: PageContext): object {
  const name = group.name.slice(group.name.lastIndexOf("/") + 1);
  return {
    module: context.linkPage(group.path, name),
    passedOn: context.format.number(group.passedOn.length),
    ...totalsOf([group], context),
  };
}

function totalsOf(groups: readonly ModuleGroup[], { format }: PageContext) {
  const declared = groups.flatMap((group) => group.declared);
  const documented = declared.filter(({ attributes }) => attributes.documented).length;
  return {
    modules: format.number(groups.length),
    symbols: format.number(declared.length),
    documented: format.ratio(documented, declared.length),
  };
}
