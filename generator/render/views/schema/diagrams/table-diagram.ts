import type { Item } from "#model/item.ts";
import type { Figure } from "#model/pages/page.ts";
import type { Entity } from "../../../diagram/entity/entity.ts";
import { entityFigure } from "../../../diagram/entity/entity-figure.ts";
import type { PageContext } from "../../../view.ts";
import { type MappedKey, type MappedTable, tableMap } from "./table-map.ts";

/** More neighbours than this on one side are counted, not drawn. */
const mostNeighbours = 12;

/** What a page places: the drawing, and what it does not show. */
interface TableDiagram {
  readonly diagram: Figure | "";
  readonly diagramNote: string;
}

/** A table between what refers to it and what it refers to; nothing when it stands alone. */
export function tableDiagram(table: Item<"table">, context: PageContext): TableDiagram {
  const map = tableMap(context.graph);
  const subject = map.tables.get(table.id);
  const arriving = map.arriving.get(table.id) ?? [];
  const leaving = map.leaving.get(table.id) ?? [];
  if (!subject || arriving.length + leaving.length === 0) return { diagram: "", diagramNote: "" };
  const from = [...new Set(arriving.map((key) => key.from))];
  const to = [...new Set(leaving.map((key) => key.to))];
  const near = new Set([...first(from), ...first(to), subject.id]);
  const keys = [...new Set([...arriving, ...leaving])].filter(
    (key) => near.has(key.from) && near.has(key.to),
  );
  const isCut = Math.max(from.length, to.length) > mostNeighbours;
  const tables = [...near].flatMap((id) => map.tables.get(id) ?? []);
  return {
    diagram: entityFigure({
      ...describe(table, { from: from.length, to: to.length }, context),
      entities: tables.map((each) =>
        entityOf(each === subject ? each : withKeys(each, keys), context, each === subject),
      ),
      relationships: keys,
    }),
    diagramNote: isCut ? context.words("schema.diagram-most") : "",
  };
}

function describe(
  { title: name }: Item<"table">,
  { from, to }: { readonly from: number; readonly to: number },
  { words, format }: PageContext,
) {
  const counts = { table: name, from: format.number(from), to: format.number(to) };
  return {
    title: words("schema.diagram-of", { name }),
    description: words("schema.diagram-table", counts),
  };
}

/** Of a neighbour, its primary key and what joins it here. */
function withKeys(table: MappedTable, keys: readonly MappedKey[]): MappedTable {
  const joining = new Set(keys.flatMap(({ from, columns }) => (from === table.id ? columns : [])));
  const shown = table.keys.filter(({ name, primary }) => primary || joining.has(name));
  return { ...table, keys: shown };
}

const first = (ids: readonly string[]): readonly string[] => ids.slice(0, mostNeighbours);

/** A box with its key columns, and how many others there are. */
export function entityOf(
  table: MappedTable,
  { link, words }: PageContext,
  isSubject = false,
): Entity {
  const more = table.columns - table.keys.length;
  const href = table.item && link(table.item.id).href;
  return {
    id: table.id,
    name: table.name,
    ...(href !== undefined && { href }),
    keys: table.keys,
    rest: more > 0 ? words("schema.diagram-more", { n: more }) : "",
    isSubject,
  };
}
