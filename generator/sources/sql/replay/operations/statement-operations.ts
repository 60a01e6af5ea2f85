import type {
  AlterDomainStmt,
  ClusterStmt,
  DropdbStmt,
  DropStmt,
  IndexStmt,
  Node,
  ReindexStmt,
  RenameStmt,
  TransactionStmt,
  TruncateStmt,
  VacuumStmt,
} from "libpg-query";
import { findType } from "../../catalogue/find.ts";
import type { Context } from "../context.ts";
import { findObject } from "../objects/find-object.ts";
import { nameOf, printName, rangeName, stringsOf } from "../read-nodes.ts";
import { type Draft, type OperationReaders, subjectAs, subjectOf, traitIf } from "./draft.ts";

function createIndex(node: IndexStmt, context: Context): readonly Draft[] {
  const { table, traits } = subjectOf(rangeName(node.relation), context);
  const own = [
    ...traitIf(node.concurrent, "concurrently"),
    ...traitIf(node.if_not_exists, "if exists"),
    ...traitIf(node.unique, "unique"),
  ];
  const name = node.idxname ?? `(${keysOf(node)})`;
  return [{ kind: "create index", table, name, traits: [...traits, ...own] }];
}

/** What an index without a name is on. */
const keysOf = ({ indexParams = [] }: IndexStmt): string =>
  indexParams.map((node) => ("IndexElem" in node ? (node.IndexElem.name ?? "…") : "…")).join(", ");

function drop(node: DropStmt, context: Context): readonly Draft[] {
  const own = [
    ...traitIf(node.concurrent, "concurrently"),
    ...traitIf(node.missing_ok, "if exists"),
    ...traitIf(node.behavior === "DROP_CASCADE", "cascade"),
  ];
  return (node.objects ?? []).flatMap((object): readonly Draft[] => {
    const name = nameOf(stringsOf(object));
    if (node.removeType === "OBJECT_TABLE") {
      const { table, traits } = subjectOf(name, context);
      return [{ kind: "drop table", table, traits: [...traits, ...own] }];
    }
    if (node.removeType !== "OBJECT_INDEX") return [];
    const found = findObject("OBJECT_INDEX", object, context);
    const subject =
      found && "relation" in found
        ? subjectAs(found.relation, context)
        : { table: name.name, traits: [] };
    const traits = [...subject.traits, ...own];
    return [{ kind: "drop index", table: subject.table, name: name.name, traits }];
  });
}

/** Views are renamed by `ALTER TABLE` too, and nothing waits for them. */
function rename(node: RenameStmt, context: Context): readonly Draft[] {
  const { table, relation, traits } = subjectOf(rangeName(node.relation), context);
  if (relation?.kind !== "table") return [];
  if (node.renameType === "OBJECT_TABLE") return [{ kind: "rename table", table, traits }];
  if (node.renameType !== "OBJECT_COLUMN") return [];
  return [{ kind: "rename column", table, name: node.subname, traits }];
}

const truncate = ({ relations = [], behavior }: TruncateStmt, context: Context): readonly Draft[] =>
  relations.flatMap((node): readonly Draft[] => {
    if (!("RangeVar" in node)) return [];
    const { table, traits } = subjectOf(rangeName(node.RangeVar), context);
    const own = traitIf(behavior === "DROP_CASCADE", "cascade");
    return [{ kind: "truncate", table, traits: [...traits, ...own] }];
  });

/** Options without a value are on. */
const hasOption = (options: readonly Node[] | undefined, name: string): boolean =>
  (options ?? []).some((node) => "DefElem" in node && node.DefElem.defname === name);

function vacuum(
  { is_vacuumcmd, options, rels = [] }: VacuumStmt,
  context: Context,
): readonly Draft[] {
  if (is_vacuumcmd !== true) return [];
  const own = traitIf(hasOption(options, "full"), "full");
  const tables = rels.flatMap((node) =>
    "VacuumRelation" in node ? [subjectOf(rangeName(node.VacuumRelation.relation), context)] : [],
  );
  if (tables.length === 0) return [{ kind: "vacuum", table: "VACUUM", traits: own }];
  return tables.map(({ table, traits }) => ({
    kind: "vacuum",
    table,
    traits: [...traits, ...own],
  }));
}

function cluster(node: ClusterStmt, context: Context): readonly Draft[] {
  if (node.relation === undefined) return [];
  const { table, traits } = subjectOf(rangeName(node.relation), context);
  return [{ kind: "cluster", table, traits }];
}

function reindex({ relation, name, params }: ReindexStmt, context: Context): readonly Draft[] {
  const { table, traits } =
    relation === undefined
      ? { table: name ?? "", traits: [] }
      : subjectOf(rangeName(relation), context);
  const own = traitIf(hasOption(params, "concurrently"), "concurrently");
  return [{ kind: "reindex", table, traits: [...traits, ...own] }];
}

/** `ADD CONSTRAINT` and `SET NOT NULL`, by the letters of the parser. */
function alterDomain({ subtype, typeName, def }: AlterDomainStmt, context: Context) {
  if (subtype !== "C" && subtype !== "O") return [];
  const constraint = def && "Constraint" in def ? def.Constraint : undefined;
  const draft: Draft = {
    kind: "add domain constraint",
    table: printName(nameOf(stringsOf(typeName))),
    name: constraint?.conname ?? (subtype === "O" ? "NOT NULL" : "CHECK"),
    traits: [
      ...traitIf(isOlder(typeName, context), "existing"),
      ...traitIf(constraint?.skip_validation, "not valid"),
    ],
  };
  return [draft];
}

function isOlder(typeName: AlterDomainStmt["typeName"], { session, migration }: Context): boolean {
  const type = findType(session.catalogue, nameOf(stringsOf(typeName)), session.searchPath);
  return type !== undefined && type.created.migration !== migration;
}

const dropDatabase = ({ dbname = "", missing_ok }: DropdbStmt): readonly Draft[] => [
  { kind: "drop database", table: dbname, traits: traitIf(missing_ok, "if exists") },
];

const transactionKinds: Readonly<Partial<Record<string, "begin" | "commit">>> = {
  TRANS_STMT_BEGIN: "begin",
  TRANS_STMT_START: "begin",
  TRANS_STMT_COMMIT: "commit",
  TRANS_STMT_ROLLBACK: "commit",
  TRANS_STMT_PREPARE: "commit",
};

function transaction(node: TransactionStmt): readonly Draft[] {
  const kind = transactionKinds[node.kind ?? ""];
  return kind === undefined ? [] : [{ kind, table: "", traits: [] }];
}

/** What statements other than `ALTER TABLE` do to things in use. */
export const statementOperations: OperationReaders = {
  AlterDomainStmt: alterDomain,
  IndexStmt: createIndex,
  DropStmt: drop,
  RenameStmt: rename,
  TruncateStmt: truncate,
  VacuumStmt: vacuum,
  ClusterStmt: cluster,
  ReindexStmt: reindex,
  DropdbStmt: dropDatabase,
  TransactionStmt: transaction,
};
