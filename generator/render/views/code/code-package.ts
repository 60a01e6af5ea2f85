import type { LinkRole } from "#model/links/link-role.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { LinkText, PageContext, PagePlan, View } from "../../view.ts";
import { firstSentence } from "./first-sentence.ts";
import {
  groupByPackage,
  type ModuleGroup,
  type PackageGroup,
  packagePath,
  publicApiPath,
} from "./modules.ts";
import { totalsOf } from "./totals.ts";

/** A package: its entry points, and the packages of the repository that it builds on. */
export const codePackage: View = {
  template: "code-package",
  target: "code",
  plan: (graph) => groupByPackage(graph).flatMap(planPackage),
};

function planPackage({ package: item, modules }: PackageGroup): readonly PagePlan[] {
  if (item === undefined) return [];
  const name = itemName(item.id);
  return [
    {
      path: packagePath(name),
      title: () => name,
      subject: item.id,
      origins: [item.location],
      data: (context) => ({
        description: context.prose(item.description),
        described: item.description !== undefined,
        totals: totalsOf(modules, context.format),
        entries: modules.map((group) => entryRow(group, context)),
        buildsOn: packagesAt(item, context, "outgoing"),
        usedBy: packagesAt(item, context, "incoming"),
        publicApi: context.linkPage(publicApiPath(name), context.words("code.public-api")),
        index: context.linkPage("code/index.md", context.words("code.title")),
        place: context.place(item.location),
      }),
    },
  ];
}

function entryRow(group: ModuleGroup, context: PageContext): object {
  const { description } = group.module;
  return {
    module: context.linkPage(group.path, group.name),
    ...totalsOf([group], context.format),
    meaning: context.proseLine(
      description && { ...description, text: firstSentence(description.text) },
    ),
  };
}

const buildsOn: LinkRole = "uses";

function packagesAt(
  { id }: Item<"package">,
  context: PageContext,
  side: "incoming" | "outgoing",
): readonly LinkText[] {
  const links = (context.graph[side].get(id) ?? []).filter(({ role }) => role === buildsOn);
  const ids = links.flatMap(({ from, target }) => (side === "incoming" ? from : target) ?? []);
  return [...new Set<ItemId>(ids)].map((each) => context.link(each, itemName(each)));
}
