import { symbolKinds } from "#model/code/items.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { stablePath } from "../../stable-name.ts";

export type SymbolItem = Item<"symbol">;

/** A module with what it declares, and what it passes on from others. */
export interface ModuleGroup {
  readonly module: Item<"module">;
  readonly name: string;
  /** Types and values declared here, by kind and name. */
  readonly declared: readonly SymbolItem[];
  readonly passedOn: readonly SymbolItem[];
  /** Of its page, within language and project. */
  readonly path: string;
}

/** Every module that exports something, in the order of their paths. */
export function groupByModule(graph: Graph): readonly ModuleGroup[] {
  const symbols = Map.groupBy(itemsOf(graph, "symbol"), ({ attributes }) => attributes.module);
  return itemsOf(graph, "module").map((module) => {
    const name = itemName(module.id);
    const exported = symbols.get(name) ?? [];
    return {
      module,
      name,
      declared: exported.filter((symbol) => !isPassedOn(symbol)).toSorted(byKind),
      passedOn: exported.filter(isPassedOn),
      path: `code/modules/${stablePath(name)}.md`,
    };
  });
}

const isPassedOn = ({ attributes }: SymbolItem): boolean => attributes.kind === "reference";

const byKind = (a: SymbolItem, b: SymbolItem): number =>
  symbolKinds.indexOf(a.attributes.kind) - symbolKinds.indexOf(b.attributes.kind) ||
  (a.title < b.title ? -1 : 1);

/** The folder that a module lies in; `.` for one at the root. */
export const folderOf = ({ name }: ModuleGroup): string =>
  name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : ".";

/** What a symbol stands for when it is passed on: the symbol that has the declaration. */
export const originOf = (graph: Graph, id: ItemId): ItemId | undefined =>
  graph.outgoing.get(id)?.find(({ role }) => role === "refers-to")?.target;
