import type { LinkRole } from "#model/links/link-role.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { Recorded } from "#model/recorded.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { migrationPath, migrationsPath } from "./layout.ts";
import { migrationsInOrder, objectsOf } from "./migrations/migration-objects.ts";
import { commitOf, mentionsOf } from "./relations.ts";

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
  const { statements, modelled, passedOver, notUnderstood } = migration.attributes;
  const { words, format } = context;
  const all = migrationsInOrder(context.graph);
  const position = all.indexOf(migration);
  const [previous, next] = [all[position - 1], all[position + 1]];
  return {
    index: context.linkPage(migrationsPath, words("schema.migrations")),
    order: format.number(position + 1),
    all: format.number(all.length),
    previous: previous ? context.link(previous.id) : "",
    next: next ? context.link(next.id) : "",
    statements: format.number(statements),
    modelled: format.number(modelled),
    passedOver: format.number(passedOver),
    notUnderstood: format.number(notUnderstood),
    understood: format.ratio(statements - notUnderstood, statements),
    ...broughtBy(migration, context),
    created: rowsOf(migration, "created-by", context),
    changed: rowsOf(migration, "changed-by", context),
    removed: (migration.attributes.removed ?? []).map(({ kind, name, createdBy }) => ({
      object: name,
      kind: words(`schema.kind-${kind}`),
      created: createdBy === migration.id ? "" : context.link(createdBy as ItemId),
    })),
    mentions: mentionsOf(migration.id, context),
    place: context.place({ file: migration.location.file }),
  };
}

/** The commit that brought the migration, as far as the history tells. */
function broughtBy(migration: Item<"migration">, { graph, link, format }: PageContext) {
  const commit = commitOf(graph, migration.id);
  return {
    commit: commit ? link(commit.id) : "",
    committed: commit ? format.date(commit.attributes.date) : "",
  };
}

/** The objects, in the order of the file. */
function rowsOf(
  { id }: Item<"migration">,
  role: LinkRole,
  context: PageContext,
): readonly object[] {
  const { graph, link, words } = context;
  // A column that changes is news of its own; one that is new comes with its table.
  const links =
    role === "created-by"
      ? objectsOf(graph, id, role)
      : (graph.incoming.get(id) ?? []).filter((each) => each.role === role);
  return links
    .toSorted((a, b) => (a.location.line ?? 0) - (b.location.line ?? 0))
    .map(({ from, location }) => ({
      object: link(from),
      kind: words(`schema.kind-${from.slice(0, from.indexOf(":"))}`),
      line: location.line === undefined ? "" : String(location.line),
      details: changesOf(from, id, context),
    }));
}

/** What the migration set anew of an object, before and after. */
function changesOf(object: ItemId, migration: ItemId, { graph }: PageContext): readonly object[] {
  const { changes = [] } = (graph.items.get(object)?.attributes ?? {}) as Recorded;
  return changes
    .filter((each) => each.migration === migration)
    .map(({ attribute, before = "–", after = "–" }) => ({ attribute, before, after }));
}
