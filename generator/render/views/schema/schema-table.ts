import type { Graph } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { accessRows } from "./access/access-rows.ts";
import { tableDiagram } from "./diagrams/table-diagram.ts";
import { historyOf, madeAt } from "./history.ts";
import {
  accessPath,
  anchorOf,
  columnAnchor,
  columnName,
  indexPath,
  memberAnchor,
  pagePath,
  pageTables,
} from "./layout.ts";
import { partitionNotes } from "./lists/partition-notes.ts";
import { partitionsOf } from "./partitions.ts";
import { attachedTo, indexRow, policyRow, shownMember, triggerRow } from "./parts.ts";
import { leadingTo, ledTo, linksFrom, linksTo, mentionsOf } from "./relations.ts";

/** One table: its columns, what guards it, what hangs on it, and which lines made it. */
export const schemaTable: View = {
  template: "schema-table",
  target: "schema",
  plan: (graph) => pageTables(graph).map((table) => planTable(table, graph)),
};

function planTable(table: Item<"table">, graph: Graph): PagePlan {
  const attached = attachedTo(graph, table.id);
  const partitions = partitionsOf(graph, table);
  return {
    path: pagePath("table", table.id),
    title: () => table.title,
    subject: table.id,
    shows: [
      ...columnsOf(graph, table).map((each) => ({ item: each.id, anchor: columnAnchor(each) })),
      ...constraintsOf(graph, table).map(shownMember),
      ...[...attached.indexes, ...attached.triggers, ...attached.policies].map(shownMember),
      ...partitions.flatMap(({ partition, parts }) =>
        [partition, ...parts].map(({ id }) => ({ item: id, anchor: anchorOf(partition) })),
      ),
    ],
    origins: [table.location],
    data: (context) => tableData(table, context),
  };
}

const columnsOf = (graph: Graph, { id }: Item<"table">): readonly Item<"column">[] =>
  leadingTo(graph, id, { role: "part-of", kind: "column" }).toSorted(
    (a, b) => a.attributes.position - b.attributes.position,
  );

const constraintsOf = (graph: Graph, { id }: Item<"table">): readonly Item<"constraint">[] =>
  leadingTo(graph, id, { role: "part-of", kind: "constraint" });

function tableData(table: Item<"table">, context: PageContext): object {
  const { graph, words } = context;
  const { rowSecurity, partitionKey, query } = table.attributes;
  const { indexes, triggers, policies } = attachedTo(graph, table.id);
  const constraints = constraintsOf(graph, table);
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    description: context.prose(table.description),
    rowSecurity: words(`schema.row-security-${rowSecurity}`),
    rowSecurityNote: noteOnRowSecurity(table, policies.length, context),
    partitionKey: partitionKey ?? "",
    ...tableDiagram(table, context),
    columns: columnsOf(graph, table).map((column) => columnRow(column, constraints, context)),
    query: query ?? "",
    constraints: constraints.map((each) => constraintRow(each, context)),
    indexes: indexes.map((each) => indexRow(each, context)),
    access: accessRows(table, context),
    accessPage: context.linkPage(accessPath, words("schema.access-all")),
    triggers: triggers.map((each) => triggerRow(each, context)),
    policies: policies.map((each) => policyRow(each, context)),
    partitions: partitionsOf(graph, table).map(({ partition }) => partitionRow(partition, context)),
    partitionNotes: partitionNotes(
      leadingTo(graph, table.id, { role: "partition-of", kind: "table" }),
      context,
    ),
    referencedBy: referencesTo(table, context),
    reads: linksFrom(table.id, "reads", context),
    readBy: linksTo(table.id, ["reads"], context),
    writtenBy: linksTo(table.id, ["writes"], context),
    history: historyOf(table.id, context, columnsOf(graph, table)),
    mentions: mentionsOf(table.id, context),
    place: context.place(table.location),
  };
}

/** What a reader should know about row security without knowing PostgreSQL's rules by heart. */
function noteOnRowSecurity(
  { attributes }: Item<"table">,
  policies: number,
  { words }: PageContext,
): string {
  if (attributes.rowSecurity === "off") {
    return policies > 0 ? words("schema.policies-without-effect") : "";
  }
  return policies === 0 ? words("schema.nobody-reads") : "";
}

/** `text COLLATE "C"`; names of PostgreSQL's own need no schema. */
function withCollation(type: string, collation: string | undefined): string {
  if (collation === undefined) return type;
  const parts = collation.replace(/^pg_catalog\./, "").split(".");
  const name = parts.map((part) => (/^[a-z_][a-z0-9_$]*$/.test(part) ? part : `"${part}"`));
  return `${type} COLLATE ${name.join(".")}`;
}

function columnRow(
  column: Item<"column">,
  constraints: readonly Item<"constraint">[],
  context: PageContext,
): object {
  const { type, nullable, generated, identity } = column.attributes;
  const { graph, words, link } = context;
  const name = columnName(column);
  const isKey = constraints.some(
    ({ attributes }) => attributes.type === "primary key" && attributes.columns.includes(name),
  );
  const [userType] = ledTo(graph, column.id, { role: "uses", kind: "type" });
  return {
    anchor: columnAnchor(column),
    name,
    key: isKey ? words("schema.key-mark") : "",
    type: withCollation(type, column.attributes.collation),
    typeLink: userType ? link(userType.id, type) : "",
    required: words(nullable ? "schema.nullable" : "schema.not-null"),
    default: column.attributes.default ?? "",
    generated: generated ?? "",
    identity: identity === undefined ? "" : words(`schema.identity-${identity.replace(" ", "-")}`),
    references: linksFrom(column.id, "foreign-key", context),
    description: context.proseLine(column.description),
  };
}

function constraintRow(constraint: Item<"constraint">, context: PageContext): object {
  const { type, definition } = constraint.attributes;
  const [target] = linksFrom(constraint.id, "foreign-key", context);
  return {
    anchor: memberAnchor(constraint),
    name: constraint.title,
    type: context.words(`schema.constraint-${type.replace(" ", "-")}`),
    definition,
    target: target ?? "",
    description: context.proseLine(constraint.description),
    place: madeAt(constraint, context),
  };
}

function partitionRow(partition: Item<"table">, context: PageContext): object {
  const { bounds, partitionKey, parent } = partition.attributes;
  return {
    anchor: anchorOf(partition),
    name: partition.title,
    parent: parent ?? "",
    bounds: bounds ?? "",
    key: partitionKey ?? "",
    description: context.proseLine(partition.description),
    place: madeAt(partition, context),
  };
}

/** Foreign keys of other tables that lead here, by the table they belong to. */
function referencesTo(table: Item<"table">, { graph, link }: PageContext): readonly object[] {
  return leadingTo(graph, table.id, { role: "foreign-key", kind: "constraint" }).flatMap((key) => {
    const [owner] = ledTo(graph, key.id, { role: "part-of", kind: "table" });
    return owner ? [{ table: link(owner.id), key: link(key.id) }] : [];
  });
}
