import type { CreateForeignTableStmt, ImportForeignSchemaStmt } from "libpg-query";
import { type Context, type Handlers, report, type Verdict } from "../context.ts";
import { rangeName } from "../read-nodes.ts";
import { isThere } from "../require.ts";
import { startRelation } from "../start-relation.ts";
import { createTable } from "./create-table.ts";

/** A table whose rows lie on another server. */
function createForeignTable(
  { base = {}, servername }: CreateForeignTableStmt,
  context: Context,
): Verdict {
  const verdict = createTable(base, context);
  const relation = isThere(context, rangeName(base.relation));
  if (relation !== undefined && servername !== undefined) relation.server ??= servername;
  return verdict;
}

/** The other server says which tables there are, and what columns they have: only `LIMIT TO` names some. */
function importForeignSchema(node: ImportForeignSchemaStmt, context: Context): Verdict {
  const { local_schema: schema = "public", server_name: server, list_type, table_list = [] } = node;
  if (list_type !== "FDW_IMPORT_SCHEMA_LIMIT_TO") {
    context.session.catalogue.ownSchemas.delete(schema);
    report(context, "sources/sql-dynamic", { statement: "IMPORT FOREIGN SCHEMA" });
    return "not understood";
  }
  for (const table of table_list) {
    if (!("RangeVar" in table)) continue;
    const name = { schema, name: table.RangeVar.relname ?? "" };
    const relation = startRelation(context, name, { kind: "table" });
    if (typeof relation === "object" && server !== undefined) relation.server = server;
  }
  return "modelled";
}

export const foreignTableHandlers: Handlers = {
  CreateForeignTableStmt: createForeignTable,
  ImportForeignSchemaStmt: importForeignSchema,
};
