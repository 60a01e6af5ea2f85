import type { ColumnRef, Node, RangeVar } from "libpg-query";
import type { Name } from "../catalogue/entry.ts";
import { rangeName, stringsOf } from "../replay/read-nodes.ts";
import { walkTree } from "./walk-tree.ts";

/** A column that a statement names together with its table. */
export interface ColumnUse {
  readonly table: Name;
  readonly column: string;
  /** `objeto.titulo`, or the column alone where it is written to. */
  readonly written: string;
  /** Where the parser found it. */
  readonly byte: number | undefined;
}

/** Tables by the names that columns are written behind; nothing for what is no table. */
interface Scope {
  readonly tables: ReadonlyMap<string, Name | undefined>;
  readonly queries: ReadonlySet<string>;
  readonly outer?: Scope;
}

/** The parts of a statement in which tables get their names, and columns theirs. */
interface Statement {
  readonly fromClause?: readonly Node[];
  readonly usingClause?: readonly Node[];
  readonly relation?: RangeVar;
  readonly withClause?: { readonly ctes?: readonly Node[] };
  readonly cols?: readonly Node[];
  readonly targetList?: readonly Node[];
}

const statements: ReadonlySet<string> = new Set([
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
]);

/** The columns that a part of the parser's tree names behind a table, or writes to. */
export function collectColumns(node: unknown): readonly ColumnUse[] {
  const uses: ColumnUse[] = [];
  visit(node, { tables: new Map(), queries: new Set() }, uses);
  return uses;
}

function visit(node: unknown, scope: Scope, uses: ColumnUse[]): void {
  walkTree({ node }, (key, part) => {
    if (key === "ColumnRef") {
      uses.push(...referenceTo(part, scope));
      return true;
    }
    if (!statements.has(key) && !isHalf(key, part)) return false;
    const inner = scopeOf(part, scope);
    if (key === "InsertStmt") uses.push(...writesOf(part, "cols"));
    if (key === "UpdateStmt") uses.push(...writesOf(part, "targetList"));
    visit(Object.values(part), inner, uses);
    return true;
  });
}

/** Both sides of a UNION are queries; those of a JOIN are not. */
const isHalf = (key: string, part: object): boolean =>
  (key === "larg" || key === "rarg") && ("targetList" in part || "op" in part);

function scopeOf(statement: Statement, outer: Scope): Scope {
  const { fromClause = [], usingClause = [], relation, withClause } = statement;
  const queries = new Set(
    (withClause?.ctes ?? []).map((node) =>
      "CommonTableExpr" in node ? (node.CommonTableExpr.ctename ?? "") : "",
    ),
  );
  const around: Scope = { tables: new Map(), queries, outer };
  const own = relation === undefined ? [] : [{ RangeVar: relation } as Node];
  const named = [...fromClause, ...usingClause, ...own].flatMap((node) => namesIn(node, around));
  return { ...around, tables: new Map(named) };
}

type Named = readonly [string, Name | undefined];

function namesIn(node: Node | undefined, scope: Scope): readonly Named[] {
  if (node === undefined) return [];
  if ("RangeVar" in node) return [tableNamed(node.RangeVar, scope)];
  const [body] = Object.values(node) as readonly { readonly alias?: { aliasname?: string } }[];
  const alias = body?.alias?.aliasname;
  const other: readonly Named[] = alias === undefined ? [] : [[alias, undefined]];
  if (!("JoinExpr" in node)) return other;
  const { larg, rarg } = node.JoinExpr;
  return [...namesIn(larg, scope), ...namesIn(rarg, scope), ...other];
}

function tableNamed(range: RangeVar, scope: Scope): Named {
  const name = rangeName(range);
  const isTable = range.alias?.colnames === undefined && !isQuery(name, scope);
  return [range.alias?.aliasname ?? name.name, isTable ? name : undefined];
}

/** Whether a `WITH` here or around has the name. */
function isQuery({ schema, name }: Name, scope: Scope): boolean {
  if (schema !== undefined) return false;
  for (let each: Scope | undefined = scope; each; each = each.outer) {
    if (each.queries.has(name)) return true;
  }
  return false;
}

function referenceTo(reference: ColumnRef, scope: Scope): readonly ColumnUse[] {
  const { fields = [], location: byte } = reference;
  if (fields.some((field) => "A_Star" in field)) return [];
  const [column = "", alias] = stringsOf(fields).toReversed();
  const table = alias === undefined ? undefined : find(alias, scope);
  if (table === undefined || alias === undefined) return [];
  return [{ table, column, written: `${alias}.${column}`, byte }];
}

/** The nearest of the name; what is no table hides those around it. */
function find(alias: string, scope: Scope): Name | undefined {
  for (let each: Scope | undefined = scope; each; each = each.outer) {
    if (each.tables.has(alias)) return each.tables.get(alias);
  }
  return undefined;
}

/** The columns that an INSERT or UPDATE writes to. */
function writesOf(statement: Statement, list: "cols" | "targetList"): readonly ColumnUse[] {
  const { relation } = statement;
  if (relation === undefined) return [];
  return (statement[list] ?? []).flatMap((node) => {
    if (!("ResTarget" in node)) return [];
    const { name: column = "", location: byte } = node.ResTarget;
    return [{ table: rangeName(relation), column, written: column, byte }];
  });
}
