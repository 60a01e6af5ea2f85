import type { Item } from "#model/item.ts";
import type { Figure } from "#model/page.ts";
import type { Entity } from "../../../diagram/entity.ts";
import { entityFigure } from "../../../diagram/entity-figure.ts";
import type { PageContext } from "../../../view.ts";
import { type MappedTable, tableMap } from "./table-map.ts";

/** More neighbours than this on one side are counted, not drawn. */
const mostNeighbours = 12;

/** A table between what refers to it and what it refers to; nothing when it stands alone. */
export function tableDiagram(table: Item<"table">, context: PageContext): Figure | "" {
  const { words, format } = context;
  const map = tableMap(context.graph);
  const subject = map.tables.get(table.id);
  const arriving = map.arriving.get(table.id) ?? [];
  const leaving = map.leaving.get(table.id) ?? [];
  if (!subject || arriving.length + leaving.length === 0) return "";
  const near = new Set([
    ...firstOf(arriving.map(({ from }) => from)),
    ...firstOf(leaving.map(({ to }) => to)),
    subject.id,
  ]);
  const keys = [...new Set([...arriving, ...leaving])].filter(
    ({ from, to }) => near.has(from) && near.has(to),
  );
  const counts = {
    table: table.title,
    to: format.number(new Set(leaving.map(({ to }) => to)).size),
    from: format.number(new Set(arriving.map(({ from }) => from)).size),
  };
  return entityFigure({
    title: words("schema.diagram-of", { name: table.title }),
    description: words("schema.diagram-table", counts),
    entities: [...near].flatMap((id) => {
      const found = map.tables.get(id);
      return found ? [entityOf(found, context, found === subject)] : [];
    }),
    relationships: keys,
  });
}

const firstOf = (ids: readonly string[]): readonly string[] =>
  [...new Set(ids)].slice(0, mostNeighbours);

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
