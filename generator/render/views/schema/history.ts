import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { AttributeChange } from "#model/recorded.ts";
import type { LinkText, PageContext } from "../../view.ts";
import { columnName } from "./layout.ts";
import { commitOf } from "./relations.ts";

/** One row of the history of an object: a statement, and what it set anew. */
interface HistoryRow {
  readonly what: string;
  readonly migration: LinkText;
  readonly place: string;
  /** The commit that brought the migration; empty when nobody knows. */
  readonly commit: LinkText | "";
  readonly changes: readonly ShownChange[];
}

interface ShownChange {
  /** `type`, or `nome.type` for a column of the object. */
  readonly attribute: string;
  readonly before: string;
  readonly after: string;
}

/** A statement in the history of an object. */
interface Event {
  readonly role: "created-by" | "changed-by";
  readonly migration: Item<"migration">;
  readonly line: number | undefined;
  readonly file: string;
}

/** Which migrations made and changed an object and its columns, with the lines. */
export function historyOf(
  id: ItemId,
  { graph, link, place, words }: PageContext,
  columns: readonly Item<"column">[] = [],
): readonly HistoryRow[] {
  const object = graph.items.get(id);
  const changes = Map.groupBy(
    [...changesOf(object), ...columns.flatMap((column) => changesOf(column, columnName(column)))],
    ({ at }) => at,
  );
  const events = [
    ...eventsOf(graph, id, "created-by"),
    ...eventsOf(graph, id, "changed-by"),
    ...columns.flatMap((column) => eventsOf(graph, column.id, "changed-by")),
  ];
  const byPlace = new Map(events.map((event) => [keyOf(event), event] as const).reverse());
  return [...byPlace]
    .sort(([, a], [, b]) => orderOf(a) - orderOf(b) || (a.line ?? 0) - (b.line ?? 0))
    .map(([key, { role, migration, file, line }]) => ({
      what: words(`schema.${role}`),
      migration: link(migration.id),
      place: place({ file, ...(line !== undefined && { line }) }),
      commit: shortCommit(migration.id, { graph, link }),
      changes: (changes.get(key) ?? []).map(({ shown }) => shown),
    }));
}

function shortCommit(
  migration: ItemId,
  { graph, link }: Pick<PageContext, "graph" | "link">,
): LinkText | "" {
  const commit = commitOf(graph, migration);
  return commit ? link(commit.id, itemName(commit.id)) : "";
}

const orderOf = ({ migration }: Event): number => migration.attributes.order;
const keyOf = ({ file, line }: { readonly file: string; readonly line?: number | undefined }) =>
  `${file}:${String(line)}`;

function eventsOf(graph: Graph, id: ItemId, role: Event["role"]): readonly Event[] {
  const links = (graph.outgoing.get(id) ?? []).filter((link) => link.role === role);
  return links.flatMap(({ target, location: { file, line } }) => {
    const migration = target && graph.items.get(target);
    return migration?.kind === "migration" ? [{ role, migration, file, line }] : [];
  });
}

/** What is known of each change; the comment of an object is its description, and shown there. */
function changesOf(item: Item | undefined, prefix = "") {
  const changes: readonly AttributeChange[] =
    item !== undefined && "changes" in item.attributes ? (item.attributes.changes ?? []) : [];
  return changes.map((change) => ({
    at: keyOf(change),
    shown: {
      attribute: prefix === "" ? change.attribute : `${prefix}.${change.attribute}`,
      before: change.before ?? "",
      after: change.after ?? "",
    },
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
