import type { Figure } from "#model/pages/page.ts";
import { entityFigure } from "../../../diagram/entity/entity-figure.ts";
import type { LinkText, PageContext } from "../../../view.ts";
import { type Cluster, clustersOf } from "./clusters.ts";
import { type Untangled, untangle } from "./hubs.ts";
import { entityOf } from "./table-diagram.ts";
import { type MappedTable, tableMap } from "./table-map.ts";

/** A page with more drawings than this is not read. */
const mostDiagrams = 6;

/** The tables of a schema and their foreign keys, in as many diagrams as stay readable. */
export interface NamespaceDiagrams {
  readonly figures: readonly (Figure & { readonly hubs: readonly Hub[] })[];
  /** Tables that no foreign key joins to another. */
  readonly alone: number;
  /** Tables that are drawn on their own pages only. */
  readonly left: number;
}

/** A table that many refer to, whose lines are not drawn. */
interface Hub {
  readonly table: LinkText;
  readonly from: readonly LinkText[];
}

/** Draws the tables of one schema, what they refer to elsewhere included. */
export function namespaceDiagrams(namespace: string, context: PageContext): NamespaceDiagrams {
  const map = tableMap(context.graph);
  const own = [...map.tables.values()].filter(
    ({ item }) => item?.attributes.namespace === namespace,
  );
  const joined = own.filter(({ id }) => map.leaving.has(id) || map.arriving.has(id));
  const clusters = clustersOf(joined, map);
  const drawn = clusters.slice(0, mostDiagrams).map(untangle);
  const size = (some: readonly Cluster[]) => some.reduce((sum, each) => sum + each.own, 0);
  return {
    figures: drawn.map((cluster, index) => ({
      ...draw(cluster, { namespace, number: index + 1, all: clusters.length }, context),
      hubs: hubsOf(cluster, namespace, context),
    })),
    alone: own.length - joined.length,
    left: size(clusters) - size(drawn),
  };
}

/** The most wanted first; a table that refers twice stands once. */
function hubsOf(
  { hidden }: Untangled,
  namespace: string,
  { graph, link }: PageContext,
): readonly Hub[] {
  const { tables } = tableMap(graph);
  const linkTo = (id: string): LinkText => {
    const table = tables.get(id);
    if (table?.item === undefined) return { text: table?.name ?? id };
    const isOwn = table.item.attributes.namespace === namespace;
    return link(table.item.id, isOwn ? localName(table, namespace) : table.name);
  };
  return [...hidden]
    .map(([id, keys]) => ({
      table: linkTo(id),
      from: [...new Set(keys.map(({ from }) => from))].map(linkTo),
    }))
    .sort((a, b) => b.from.length - a.from.length);
}

interface Position {
  readonly namespace: string;
  readonly number: number;
  readonly all: number;
}

function draw(
  { tables, keys }: Cluster,
  { namespace, number, all }: Position,
  context: PageContext,
): Figure {
  const { words, format } = context;
  const name = all === 1 ? namespace : `${namespace} (${number}/${all})`;
  return entityFigure({
    title: words("schema.diagram-of", { name }),
    description: words("schema.diagram-namespace", {
      tables: format.number(tables.length),
      keys: format.number(keys.length),
    }),
    entities: tables.map((table) => ({
      ...entityOf(table, context),
      ...(table.item?.attributes.namespace === namespace && { name: localName(table, namespace) }),
      ...(tables.length > mostWithKeys && { keys: [], rest: "" }),
    })),
    relationships: keys,
  });
}

/** Among many tables only their names are read. */
const mostWithKeys = 16;

const localName = ({ name }: MappedTable, namespace: string): string =>
  name.slice(namespace.length + 1);
