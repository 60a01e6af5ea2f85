import type { FuncCall, RangeVar } from "libpg-query";
import type { Name } from "../catalogue/entry.ts";
import { nameOf, rangeName, stringsOf } from "../replay/read-nodes.ts";
import { collectColumns, type ColumnUse } from "./collect-columns.ts";
import { walkTree } from "./walk-tree.ts";

/** What a statement names. */
export interface NamedObjects {
  readonly reads: Name[];
  readonly writes: Name[];
  readonly calls: Name[];
  readonly refreshes: Name[];
  readonly columns: ColumnUse[];
}

export const noNames = (): NamedObjects => ({
  reads: [],
  writes: [],
  calls: [],
  refreshes: [],
  columns: [],
});

type Visitor = (body: Record<string, unknown>, walk: Walk) => boolean;

interface Walk {
  readonly names: NamedObjects;
  /** Names of `WITH` queries that hide tables here. */
  readonly hidden: ReadonlySet<string>;
}

/** Collects the tables and functions that a part of the parser's tree names. */
export function collectNames(node: unknown, names: NamedObjects = noNames()): NamedObjects {
  visit(node, { names, hidden: new Set() });
  return names;
}

/** The same for the body of a function, with the columns: they are looked up when it runs. */
export function collectBodyNames(node: unknown, names: NamedObjects = noNames()): NamedObjects {
  names.columns.push(...collectColumns(node));
  return collectNames(node, names);
}

function visit(node: unknown, walk: Walk): void {
  walkTree(node, (key, part) => visitors[key]?.(part as Record<string, unknown>, walk) ?? false);
}

/** Names of a `WITH` hide tables in its statement, and in the queries that follow in the list. */
const visitWith: Visitor = (body, walk) => {
  const { withClause, ...rest } = body as {
    withClause?: {
      recursive?: boolean;
      ctes?: readonly { CommonTableExpr?: { ctename?: string } }[];
    };
  };
  if (withClause === undefined) return false;
  const hidden = new Set(walk.hidden);
  const ctes = withClause.ctes ?? [];
  const nameOfQuery = (at: number) => ctes[at]?.CommonTableExpr?.ctename ?? "";
  if (withClause.recursive === true) ctes.forEach((_, at) => hidden.add(nameOfQuery(at)));
  ctes.forEach((cte, at) => {
    visit(cte, { ...walk, hidden: new Set(hidden) });
    hidden.add(nameOfQuery(at));
  });
  visitStatement(rest, { ...walk, hidden });
  return true;
};

/** The table that a statement changes is written, not read. */
function visitStatement(body: object, walk: Walk): void {
  const { relation, ...rest } = body as { relation?: RangeVar };
  if (relation !== undefined) walk.names.writes.push(rangeName(relation));
  visit(rest, walk);
}

const visitChange: Visitor = (body, walk) => {
  if (!visitWith(body, walk)) visitStatement(body, walk);
  return true;
};

const visitRange: Visitor = (body, { names, hidden }) => {
  const name = rangeName(body);
  if (name.schema !== undefined || !hidden.has(name.name)) names.reads.push(name);
  return true;
};

const visitCall: Visitor = (body, { names }) => {
  names.calls.push(nameOf(stringsOf((body as FuncCall).funcname)));
  return false;
};

const visitors: Readonly<Partial<Record<string, Visitor>>> = {
  SelectStmt: visitWith,
  InsertStmt: visitChange,
  UpdateStmt: visitChange,
  DeleteStmt: visitChange,
  MergeStmt: visitChange,
  RangeVar: visitRange,
  FuncCall: visitCall,
  funccall: visitCall,
  TruncateStmt: (body, { names }) => {
    for (const each of (body.relations ?? []) as readonly { RangeVar?: RangeVar }[]) {
      names.writes.push(rangeName(each.RangeVar));
    }
    return true;
  },
  RefreshMatViewStmt: (body, { names }) => {
    names.refreshes.push(rangeName((body as { relation?: RangeVar }).relation));
    return true;
  },
};
