import type { SymbolMember } from "#model/code/items.ts";
import { itemName } from "#model/item.ts";
import type { LinkText, PageContext, PagePlan, View } from "../../view.ts";
import { firstSentence } from "./first-sentence.ts";
import {
  groupByModule,
  type ModuleGroup,
  originOf,
  packagePath,
  type SymbolItem,
} from "./modules.ts";

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
    passedOn: group.passedOn.map((symbol) => passedOnRow(symbol, context)),
    up: linkUp(group, context),
    place: context.place(group.module.location),
  }),
});

function linkUp({ module }: ModuleGroup, context: PageContext): LinkText {
  const { package: name } = module.attributes;
  return name === undefined
    ? context.linkPage("code/index.md", context.words("code.title"))
    : context.linkPage(packagePath(name), name);
}

function passedOnRow(
  { id, title, location, attributes }: SymbolItem,
  context: PageContext,
): object {
  const origin = originOf(context.graph, id);
  return {
    anchor: title,
    name: title,
    isDefault: attributes.isDefault === true,
    package: attributes.package ?? "",
    from: origin === undefined ? { text: "" } : context.link(origin, itemName(origin)),
    place: context.place(location),
  };
}

function symbolData(symbol: SymbolItem, context: PageContext): object {
  const { kind, signature, members, deprecated, documented, isDefault } = symbol.attributes;
  return {
    anchor: symbol.title,
    name: symbol.title,
    kind: context.words(`code.kind-${kind}`),
    signature,
    description: context.prose(symbol.description, 3),
    described: symbol.description !== undefined,
    undocumented: !documented,
    isDefault: isDefault === true,
    deprecated,
    members: members.map((member) => memberRow(member, context)),
    details: members.flatMap((member) => memberDetails(member, context)),
    place: context.place(symbol.location),
  };
}

function memberRow(member: SymbolMember, context: PageContext): object {
  const { description } = member;
  return {
    name: labelOf(member),
    types: member.types,
    initial: member.initial ?? "",
    meaning: context.proseLine(
      description && { ...description, text: firstSentence(description.text) },
    ),
  };
}

/** What is said of a member beyond its first sentence does not fit into a cell. */
const memberDetails = (member: SymbolMember, context: PageContext): readonly object[] =>
  member.description === undefined ||
  member.description.text.trim() === firstSentence(member.description.text)
    ? []
    : [{ name: labelOf(member), description: context.prose(member.description, 4) }];

const labelOf = ({ name, modifiers, isOptional }: SymbolMember): string =>
  [...modifiers, isOptional ? `${name}?` : name].join(" ");
