import type { ColumnRef, Node } from "libpg-query";
import type { Column } from "../../catalogue/catalogue.ts";
import type { Context } from "../context.ts";
import { stringsOf } from "../read-nodes.ts";

/** A column that a query shows. */
export interface QueryColumn {
  readonly name: string;
  /** Empty when it follows from an expression whose type the text does not tell. */
  readonly type: string;
  /** The column of a table that it shows. */
  readonly column?: Column;
}

/** Something that a query selects from, by the name it has there. */
export interface Source {
  readonly name: string;
  readonly columns: readonly QueryColumn[];
}

/** One element of a `FROM`: a join has several sources, and columns of `USING` once. */
export interface FromItem {
  readonly sources: readonly Source[];
  readonly columns: readonly QueryColumn[];
}

/** What names mean in one query. */
export interface Scope {
  readonly context: Context;
  /** The queries of `WITH`, by name. */
  readonly queries: ReadonlyMap<string, readonly QueryColumn[]>;
  readonly items: readonly FromItem[];
  readonly outer?: Scope;
  /** Collects every column of a table that is read anywhere. */
  readonly reads: Set<Column>;
  /** The columns of a query inside this one. */
  readonly columnsOf: (query: Node | undefined, scope: Scope) => readonly QueryColumn[];
}

/** The columns that a reference shows: all of them for `*`, else at most one. */
export function referenced(ref: ColumnRef, scope: Scope): readonly QueryColumn[] {
  const { fields = [] } = ref;
  const isStar = fields.some((field) => "A_Star" in field);
  const parts = stringsOf(fields);
  const found = isStar ? starColumns(parts.at(-1), scope) : findColumn(parts, scope);
  for (const { column } of found) if (column) scope.reads.add(column);
  return found;
}

const starColumns = (source: string | undefined, { items }: Scope): readonly QueryColumn[] =>
  source === undefined
    ? items.flatMap(({ columns }) => columns)
    : items.flatMap(({ sources }) => sources.find(({ name }) => name === source)?.columns ?? []);

/** A name that several sources have is left alone, unless they share it through `USING`. */
function findColumn(parts: readonly string[], scope: Scope): readonly QueryColumn[] {
  const [name, source] = parts.toReversed();
  const columns = starColumns(source, scope);
  const found = columns.filter((column) => column.name === name);
  if (found.length > 0) return found.length === 1 ? found : [];
  return scope.outer === undefined ? [] : findColumn(parts, scope.outer);
}
