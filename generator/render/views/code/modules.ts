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

/** A package with its entry points; of the modules that belong to none there is no item. */
export interface PackageGroup {
  readonly package?: Item<"package">;
  readonly modules: readonly ModuleGroup[];
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

/** The packages that export something, and before them the modules that belong to none. */
export function groupByPackage(graph: Graph): readonly PackageGroup[] {
  const modules = Map.groupBy(groupByModule(graph), ({ module }) => module.attributes.package);
  const loose = modules.get(undefined) ?? [];
  return [
    ...(loose.length > 0 ? [{ modules: loose }] : []),
    ...itemsOf(graph, "package").flatMap((item) => {
      const own = modules.get(itemName(item.id)) ?? [];
      return own.length === 0 ? [] : [{ package: item, modules: own }];
    }),
  ];
}

export const packagePath = (name: string): string => `code/packages/${stablePath(name)}.md`;

/** Of the page with the whole public API of a package, or of all modules that belong to none. */
export const publicApiPath = (name: string | undefined): string =>
  name === undefined ? "code/public-api.md" : `code/public-api/${stablePath(name)}.md`;

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
