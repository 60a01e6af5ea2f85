import type { SymbolMember } from "#model/code.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { groupByModule, type ModuleGroup, originOf, type SymbolItem } from "./modules.ts";

/** What one file exports: signature, description and members of each name. */
export const codeModule: View = {
  template: "code-module",
  target: "code",
  plan: (graph) => groupByModule(graph).map(planModule),
};

const planModule = (group: ModuleGroup): PagePlan => ({
  path: group.path,
  title: () => group.name,
  subject: group.module.id,
  shows: [...group.declared, ...group.passedOn].map(({ id, title }) => ({
    item: id,
    anchor: title,
  })),
  origins: [group.module.location],
  data: (context) => ({
    description: context.prose(group.module.description),
    described: group.module.description !== undefined,
    symbols: group.declared.map((symbol) => symbolData(symbol, context)),
    passedOn: group.passedOn.map(({ id, title }) => {
      const origin = originOf(context.graph, id);
      const text = origin === undefined ? "" : moduleOf(context, origin);
      return { anchor: title, name: title, from: origin ? context.link(origin, text) : { text } };
    }),
    index: context.linkPage("code/index.md", context.words("code.title")),
    place: context.place(group.module.location),
  }),
});

function moduleOf({ graph }: PageContext, id: SymbolItem["id"]): string {
  const item = graph.items.get(id);
  return item?.kind === "symbol" ? `${item.attributes.module}.${item.title}` : "";
}

function symbolData(symbol: SymbolItem, context: PageContext): object {
  const { kind, signature, members, deprecated, documented } = symbol.attributes;
  return {
    anchor: symbol.title,
    name: symbol.title,
    kind: context.words(`code.kind-${kind}`),
    signature,
    description: context.prose(symbol.description, 3),
    described: symbol.description !== undefined,
    undocumented: !documented,
    deprecated,
    members: members.map((member) => memberRow(member, context)),
    place: context.place(symbol.location),
  };
}

const memberRow = (
  { name, signature, description }: SymbolMember,
  context: PageContext,
): object => ({
  name,
  signature: signature.startsWith(`${name}: `) ? signature.slice(name.length + 2) : signature,
  meaning: context.proseLine(description),
});
