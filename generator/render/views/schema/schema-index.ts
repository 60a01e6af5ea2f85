import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { hasAccess } from "./access/roles.ts";
import { madeAt } from "./history.ts";
import { accessPath, anchorOf, indexPath, lintPath, migrationsPath } from "./layout.ts";
import { commentCoverage, overallCoverage, shownCoverage } from "./lists/comment-coverage.ts";
import { membersOf, objectLists, tablesIn } from "./lists/object-lists.ts";
import { migrationsInOrder } from "./migrations/migration-objects.ts";
import { indexRow, policyRow, triggerRow } from "./parts.ts";
import { linksFrom } from "./relations.ts";

/** The database at a glance: what there is, what runs by itself, and how much was understood. */
export const schemaIndex: View = {
  template: "schema-index",
  target: "schema",
  plan: (graph) => {
    const [first] = migrationsInOrder(graph);
    if (first === undefined) return [];
    const plan: PagePlan = {
      path: indexPath,
      title: (words) => words("schema.title"),
      shows: [...shownHere(graph), ...externalParts(graph)].map(shownHereAs),
      origins: [first.location],
      data: (context) => indexData(context),
    };
    return [plan];
  },
};

const shownHereAs = (item: Item) => ({ item: item.id, anchor: anchorOf(item) });

/** Those that PostgreSQL makes for a column are part of the column. */
const writtenSequences = (graph: Graph): readonly Item<"sequence">[] =>
  itemsOf(graph, "sequence").filter(({ attributes }) => attributes.generated === undefined);

/** What has no page of its own. */
const shownHere = (graph: Graph): readonly Item[] => [
  ...itemsOf(graph, "extension"),
  ...writtenSequences(graph),
  ...itemsOf(graph, "cron-job"),
  ...othersIn(graph),
];

const otherKinds = [
  "role",
  "default-privilege",
  "publication",
  "event-trigger",
  "rule",
  "definition",
] as const;

/** What has neither a page nor a list of its own. */
const othersIn = (graph: Graph): readonly Item[] =>
  otherKinds.flatMap((kind): readonly Item[] => itemsOf(graph, kind));

type Part = Item<"index"> | Item<"trigger"> | Item<"policy">;

/** Policies, triggers and indexes on tables that come from outside. */
function externalParts(graph: Graph): readonly Part[] {
  const isExternal = ({ id }: Part): boolean =>
    !(graph.outgoing.get(id) ?? []).some(({ role }) => role === "applies-to");
  return [
    ...itemsOf(graph, "policy"),
    ...itemsOf(graph, "trigger"),
    ...itemsOf(graph, "index"),
  ].filter(isExternal);
}

function indexData(context: PageContext): object {
  const { graph } = context;
  return {
    ...objectLists(context),
    coverage: shownCoverage(overallCoverage(graph), context),
    timeline: context.linkPage(migrationsPath, context.words("schema.migrations")),
    access: hasAccess(graph) ? context.linkPage(accessPath, context.words("schema.access")) : "",
    lint: context.linkPage(lintPath, context.words("lint.title")),
    sequences: writtenSequences(graph).map((sequence) => anchoredRow(sequence, context)),
    jobs: itemsOf(graph, "cron-job").map((job) => jobRow(job, context)),
    others: othersIn(graph).map((item) => ({
      ...anchoredRow(item, context),
      kind: context.words(`schema.kind-${item.kind}`),
    })),
    extensions: itemsOf(graph, "extension").map((extension) => anchoredRow(extension, context)),
    namespaces: itemsOf(graph, "namespace").map((namespace) => namespaceRow(namespace, context)),
    ...externalRows(context),
    ...migrationRows(context),
  };
}

const anchoredRow = (item: Item, context: PageContext) => ({
  anchor: anchorOf(item),
  name: item.title,
  description: context.proseLine(item.description),
  place: madeAt(item, context),
});

function namespaceRow(namespace: Item<"namespace">, context: PageContext): object {
  const { graph, link, format } = context;
  return {
    namespace: link(namespace.id),
    tables: format.number(tablesIn(graph, namespace.title).length),
    functions: format.number(membersOf(graph, "function", namespace.title).length),
    coverage: shownCoverage(commentCoverage(graph, namespace.title), context),
    description: context.proseLine(namespace.description),
  };
}

function jobRow(job: Item<"cron-job">, context: PageContext): object {
  return {
    ...anchoredRow(job, context),
    schedule: job.attributes.schedule,
    command: job.attributes.command,
    runs: [...linksFrom(job.id, "runs", context), ...linksFrom(job.id, "refreshes", context)],
  };
}

function externalRows(context: PageContext): object {
  const parts = externalParts(context.graph);
  const withTable = (part: Part, row: object) => ({
    ...row,
    table: part.attributes.table,
    anchor: anchorOf(part),
  });
  return {
    external: parts.length > 0,
    externalPolicies: parts.flatMap((part) =>
      part.kind === "policy" ? [withTable(part, policyRow(part, context))] : [],
    ),
    externalTriggers: parts.flatMap((part) =>
      part.kind === "trigger" ? [withTable(part, triggerRow(part, context))] : [],
    ),
    externalIndexes: parts.flatMap((part) =>
      part.kind === "index" ? [withTable(part, indexRow(part, context))] : [],
    ),
  };
}

/** Nothing is dropped in silence: what was not understood is in the ratio. */
function migrationRows({ graph, link, format, place }: PageContext): object {
  const migrations = migrationsInOrder(graph);
  const total = (count: (each: Item<"migration">["attributes"]) => number) =>
    migrations.reduce((sum, { attributes }) => sum + count(attributes), 0);
  const statements = total((each) => each.statements);
  const notUnderstood = total((each) => each.notUnderstood);
  return {
    migrations: migrations.map(({ id, location, attributes }) => ({
      migration: link(id),
      statements: format.number(attributes.statements),
      understood: format.ratio(
        attributes.statements - attributes.notUnderstood,
        attributes.statements,
      ),
      place: place({ file: location.file }),
    })),
    understood: format.ratio(statements - notUnderstood, statements),
    passedOver: format.number(total((each) => each.passedOver)),
    notUnderstood: format.number(notUnderstood),
  };
}
