import type { IndexElem, IndexStmt, Node } from "libpg-query";
import { type Index, objectKey, type Relation } from "../../../catalogue/catalogue.ts";
import {
  type Clauses,
  everything,
  findWords,
  firstGroup,
  type Range,
  splitAtCommas,
  written,
} from "../../../parser/clauses.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../../context.ts";
import { rangeName } from "../../read-nodes.ts";
import { requireColumn, requireRelation } from "../../require.ts";
import { isCopiedName, takenRelationNames } from "../../taken-names.ts";
import { chooseName } from "../../tables/choose-name.ts";
import { setTableOptions } from "../../tables/options.ts";

function createIndex(node: IndexStmt, context: Context): Verdict {
  const { catalogue } = context.session;
  const relation = requireRelation(context, rangeName(node.relation), "CREATE INDEX");
  const name = node.idxname ?? nameFor(node, relation, context);
  const key = objectKey(relation.namespace, name);
  if (catalogue.indexes.has(key) || isCopiedName(relation, name)) {
    if (node.if_not_exists === true || context.conditional) {
      reportOfAnother(catalogue.indexes.get(key), relation, context);
      return "modelled";
    }
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  for (const column of plainColumns(node.indexParams)) {
    requireColumn(context, relation, { name: column, needed: "CREATE INDEX" });
  }
  const index: Index = {
    kind: "index",
    ...newSubject(context, name),
    relation,
    method: node.accessMethod ?? "btree",
    unique: node.unique === true,
    ...(node.nulls_not_distinct === true && { nullsNotDistinct: true }),
    ...partsOf(context.clauses()),
  };
  setTableOptions(index, node.options);
  relation.indexes.push(index);
  if (!relation.temporary) catalogue.indexes.set(key, index);
  return "modelled";
}

/** `IF NOT EXISTS` looks at the name alone, whichever table the index is of. */
function reportOfAnother(index: Index | undefined, relation: Relation, context: Context): void {
  if (index === undefined || index.relation === relation || context.conditional) return;
  const { name, namespace } = index.relation;
  const statement = `CREATE INDEX IF NOT EXISTS ${index.name}`;
  report(context, "sources/sql-does-nothing", { statement, other: `${namespace}.${name}` });
}

const elements = (nodes: readonly Node[] = []): readonly IndexElem[] =>
  nodes.flatMap((node) => ("IndexElem" in node ? [node.IndexElem] : []));

const plainColumns = (nodes: readonly Node[] | undefined): readonly string[] =>
  elements(nodes).flatMap(({ name }) => name ?? []);

/** PostgreSQL calls an expression `expr`. */
function nameFor(node: IndexStmt, relation: Relation, context: Context): string {
  const columns = elements(node.indexParams).map(({ name, expr }) => name ?? functionName(expr));
  const taken = takenRelationNames(context.session.catalogue, relation.namespace);
  return chooseName([relation.name, columns.join("_"), "idx"], taken);
}

function functionName(expr: Node | undefined): string {
  if (expr === undefined || !("FuncCall" in expr)) return "expr";
  const last = expr.FuncCall.funcname?.at(-1);
  return last && "String" in last ? (last.String.sval ?? "expr") : "expr";
}

/** `ON table [USING method] (keys) [INCLUDE (columns)] [WHERE predicate]`, as written. */
function partsOf(clauses: Clauses): Pick<Index, "keys" | "include" | "predicate"> {
  const all = everything(clauses);
  const keys = firstGroup(clauses, all);
  const after: Range = { from: keys?.to ?? all.to, to: all.to };
  const include = findWords(clauses, "include", after);
  const where = findWords(clauses, "where", after);
  const included =
    include === undefined ? undefined : firstGroup(clauses, { ...after, from: include });
  return {
    keys: listOf(clauses, keys),
    include: listOf(clauses, included),
    ...(where !== undefined && { predicate: written(clauses, { from: where + 1, to: all.to }) }),
  };
}

const listOf = (clauses: Clauses, range: Range | undefined): readonly string[] =>
  range === undefined ? [] : splitAtCommas(clauses, range).map((part) => written(clauses, part));

export const indexHandlers: Handlers = { IndexStmt: createIndex };
