import type { AlterPublicationStmt, CreatePublicationStmt, Node } from "libpg-query";
import type { Publication, Relation } from "../../catalogue/catalogue.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { rangeName, stringsOf } from "../read-nodes.ts";
import { requireRelation } from "../require.ts";
import { defElems } from "../tables/options.ts";

const everything = ["insert", "update", "delete", "truncate"];

/** What a statement names: tables, and whole schemas. */
interface Named {
  readonly tables: readonly Relation[];
  readonly namespaces: readonly string[];
}

function namedBy(nodes: readonly Node[] | undefined, context: Context): Named {
  const specs = (nodes ?? []).flatMap((node) =>
    "PublicationObjSpec" in node ? [node.PublicationObjSpec] : [],
  );
  const path = context.session.searchPath[0] ?? "public";
  return {
    tables: specs.flatMap(({ pubtable }) =>
      pubtable ? [requireRelation(context, rangeName(pubtable.relation), "PUBLICATION")] : [],
    ),
    namespaces: specs.flatMap(({ pubobjtype = "", name }) =>
      pubobjtype.includes("TABLES_IN") ? [name ?? path] : [],
    ),
  };
}

function createPublication(node: CreatePublicationStmt, context: Context): Verdict {
  const { publications } = context.session.catalogue;
  const name = node.pubname ?? "";
  if (publications.get(name)?.known === true) {
    if (context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  const named = namedBy(node.pubobjects, context);
  publications.set(name, {
    ...newPublication(context, name, true),
    ...named,
    tables: node.for_all_tables === true ? "all" : named.tables,
    operations: operationsOf(node.options) ?? everything,
  });
  return "modelled";
}

const newPublication = (context: Context, name: string, known: boolean): Publication => ({
  kind: "publication",
  ...newSubject(context, name),
  known,
  tables: [],
  namespaces: [],
  operations: everything,
});

/** `publish = 'insert, update'` */
function operationsOf(nodes: readonly Node[] | undefined): readonly string[] | undefined {
  const publish = defElems(nodes).find(({ defname }) => defname === "publish");
  return stringsOf(publish?.arg)[0]
    ?.split(",")
    .map((each) => each.trim().toLowerCase());
}

/** A publication that the platform creates (`supabase_realtime`) is shown with what is added here. */
function alterPublication(node: AlterPublicationStmt, context: Context): Verdict {
  const { publications } = context.session.catalogue;
  const name = node.pubname ?? "";
  const found = publications.get(name) ?? newPublication(context, name, false);
  publications.set(name, found);
  const named = namedBy(node.pubobjects, context);
  changing(context, [found], () => {
    found.operations = operationsOf(node.options) ?? found.operations;
    found.namespaces = combine(node.action, found.namespaces, named.namespaces);
    const tables = found.tables === "all" ? [] : found.tables;
    if (named.tables.length > 0) found.tables = combine(node.action, tables, named.tables);
  });
  return "modelled";
}

function combine<Value>(
  action: AlterPublicationStmt["action"],
  before: readonly Value[],
  named: readonly Value[],
): readonly Value[] {
  if (action === "AP_DropObjects") return before.filter((each) => !named.includes(each));
  if (action === "AP_SetObjects") return named;
  return [...new Set([...before, ...named])];
}

export const publicationHandlers: Handlers = {
  CreatePublicationStmt: createPublication,
  AlterPublicationStmt: alterPublication,
};
