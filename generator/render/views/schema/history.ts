import type { Item, ItemId } from "#model/item.ts";
import type { LinkText, PageContext } from "../../view.ts";

/** One row of the history of an object. */
interface HistoryRow {
  readonly what: string;
  readonly migration: LinkText;
  readonly place: string;
}

/** Which migrations made and changed an object, with the lines. */
export function historyOf(
  id: ItemId,
  { graph, link, place, words }: PageContext,
): readonly HistoryRow[] {
  const links = graph.outgoing.get(id) ?? [];
  const rows = (["created-by", "changed-by"] as const).flatMap((role) =>
    links
      .filter((each) => each.role === role)
      .flatMap(({ target, location }) => {
        const migration = target && graph.items.get(target);
        return migration?.kind === "migration" ? [{ role, migration, location }] : [];
      }),
  );
  const order = (row: { readonly migration: Item<"migration"> }) => row.migration.attributes.order;
  return rows
    .sort((a, b) => order(a) - order(b) || (a.location.line ?? 0) - (b.location.line ?? 0))
    .map(({ role, migration, location }) => ({
      what: words(`schema.${role}`),
      migration: link(migration.id),
      place: place(location),
    }));
}

/** The line that made an object, as a link to its migration. */
export function madeAt({ id, location }: Item, context: PageContext): LinkText {
  const { graph, link, place } = context;
  const made = graph.outgoing.get(id)?.find(({ role }) => role === "created-by");
  const migration = made?.target && graph.items.get(made.target);
  if (migration === undefined) return { text: place(location) };
  const line = location.line === undefined ? "" : `:${String(location.line)}`;
  return link(migration.id, `${migration.title}${line}`);
}
