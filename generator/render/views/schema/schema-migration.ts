import type { LinkRole } from "#model/link-role.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { indexPath, migrationPath } from "./layout.ts";
import { mentionsOf } from "./relations.ts";

/** One migration: what it made and changed, and how much of it is understood. */
export const schemaMigration: View = {
  template: "schema-migration",
  target: "schema",
  plan: (graph) => itemsOf(graph, "migration").map((migration) => planMigration(migration, graph)),
};

const planMigration = (migration: Item<"migration">, graph: Graph): PagePlan => ({
  path: migrationPath(graph, migration.id),
  title: () => migration.title,
  subject: migration.id,
  origins: [migration.location],
  data: (context) => migrationData(migration, context),
});

function migrationData(migration: Item<"migration">, context: PageContext): object {
  const { statements, modelled, passedOver, notUnderstood, order } = migration.attributes;
  const { words, format } = context;
  const all = itemsOf(context.graph, "migration");
  const neighbour = (shift: number) =>
    all.find(({ attributes }) => attributes.order === order + shift);
  const [previous, next] = [neighbour(-1), neighbour(1)];
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    order: format.number(order + 1),
    all: format.number(all.length),
    previous: previous ? context.link(previous.id) : "",
    next: next ? context.link(next.id) : "",
    statements: format.number(statements),
    modelled: format.number(modelled),
    passedOver: format.number(passedOver),
    notUnderstood: format.number(notUnderstood),
    understood: format.ratio(statements - notUnderstood, statements),
    created: rowsOf(migration, "created-by", context),
    changed: rowsOf(migration, "changed-by", context),
    mentions: mentionsOf(migration.id, context),
    place: context.place({ file: migration.location.file }),
  };
}

/** The objects, in the order of the file; what comes with a new table is on the page of the table. */
function rowsOf(
  { id }: Item<"migration">,
  role: LinkRole,
  context: PageContext,
): readonly object[] {
  const { graph, link, words } = context;
  const links = (graph.incoming.get(id) ?? []).filter((each) => each.role === role);
  const here = new Set(links.map(({ from }) => from));
  return links
    .filter(({ from }) => !comesWithItsTable(graph, from, here))
    .toSorted((a, b) => (a.location.line ?? 0) - (b.location.line ?? 0))
    .map(({ from, location }) => ({
      object: link(from),
      kind: words(`schema.kind-${from.slice(0, from.indexOf(":"))}`),
      line: location.line === undefined ? "" : String(location.line),
    }));
}

/** A column or constraint of a table that is listed too. */
function comesWithItsTable(graph: Graph, from: Item["id"], here: ReadonlySet<string>): boolean {
  if (!/^(?:column|constraint):/.test(from)) return false;
  const owner = graph.outgoing.get(from)?.find(({ role }) => role === "part-of")?.target;
  return owner !== undefined && here.has(owner);
}
