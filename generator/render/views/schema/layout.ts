import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { stableName } from "../../stable-name.ts";

export const indexPath = "schema/index.md";
export const migrationsPath = "schema/migrations.md";
export const accessPath = "schema/access.md";
export const lintPath = "schema/lint.md";

/** The kinds that have pages of their own, and the folder of each. */
const folders = {
  table: "tables",
  view: "views",
  "materialized-view": "views",
  function: "functions",
  type: "types",
} as const;

export type PageKind = keyof typeof folders;

export const pagePath = (kind: PageKind, id: ItemId): string =>
  `schema/${folders[kind]}/${stableName(itemName(id))}.md`;

export const namespacePath = (id: ItemId): string =>
  `schema/namespaces/${stableName(itemName(id))}.md`;

/** Migrations mostly lie in one folder: their pages are named by what tells them apart. */
export function migrationPath(graph: Graph, id: ItemId): string {
  const own = itemName(id).slice(sharedFolderOf(graph).length);
  return `schema/migrations/${stableName(own.replaceAll("/", "."))}.md`;
}

const sharedFolders = new WeakMap<Graph, string>();

/** The folder of all migrations, found once. */
function sharedFolderOf(graph: Graph): string {
  const known = sharedFolders.get(graph);
  if (known !== undefined) return known;
  const names = itemsOf(graph, "migration").map((migration) => itemName(migration.id));
  const shared = names.map(folderOf).reduce(sharedFolder, folderOf(names[0] ?? ""));
  sharedFolders.set(graph, shared);
  return shared;
}

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

function sharedFolder(a: string, b: string): string {
  let folder = a;
  while (!b.startsWith(folder)) folder = folderOf(folder.slice(0, -1));
  return folder;
}

/** Where something is on a page that shows things of all schemas. */
export const anchorOf = ({ kind, id }: Pick<Item, "kind" | "id">): string =>
  `${kind}-${stableName(itemName(id))}`;

/** By its name alone, for what is shown on the page of its table. */
export const memberAnchor = ({ kind, title }: Pick<Item, "kind" | "title">): string =>
  `${kind}-${stableName(title)}`;

export const columnAnchor = (column: Item<"column">): string =>
  `column-${stableName(columnName(column))}`;

export const columnName = ({ title, attributes }: Item<"column">): string =>
  title.slice(attributes.table.length + 1);

/** The table whose page shows a partition, through all levels. */
export function rootTable(graph: Graph, table: Item<"table">): Item<"table"> {
  const seen = new Set<ItemId>();
  let current = table;
  while (!seen.has(current.id)) {
    seen.add(current.id);
    const link = graph.outgoing.get(current.id)?.find(({ role }) => role === "partition-of");
    const parent = link?.target && graph.items.get(link.target);
    if (parent?.kind !== "table") break;
    current = parent;
  }
  return current;
}

/** Tables with a page of their own: partitions are shown with what they are parts of. */
export const pageTables = (graph: Graph): readonly Item<"table">[] =>
  itemsOf(graph, "table").filter((table) => rootTable(graph, table).id === table.id);
