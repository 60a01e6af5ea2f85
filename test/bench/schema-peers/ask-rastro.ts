import type { Item, ItemKind } from "#model/item.ts";
import { readSql } from "#sources/sql/index.ts";
import { type FactSets, typeName } from "./fact-sets.ts";

const bare = (name: string): string => name.replace(/^[^.]*\./, "");

/** What rastro's pages say, from the file alone. */
export async function askRastro(root: string, path: string): Promise<FactSets> {
  const { value: facts } = await readSql({ root, entries: [{ path, foreign: false }] });
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const of = <Kind extends ItemKind>(kind: Kind) =>
    items.filter((item) => item.kind === kind) as readonly Item[] as readonly Item<Kind>[];
  const isTable = ({ attributes }: Item<"table">) => attributes.parent === undefined;
  const tables = of("table").filter(isTable);
  const shown = new Set(tables.map(({ title }) => title));
  const columns = of("column").filter(({ attributes }) => shown.has(attributes.table));
  const keys = (type: string) =>
    of("constraint").filter(
      ({ attributes }) => attributes.type === type && shown.has(attributes.table),
    );
  return {
    schemas: of("namespace").map(({ title }) => title),
    tables: tables.map(({ title }) => bare(title)),
    "tables with their schema": tables.map(({ title }) => title),
    partitions: of("table").flatMap(({ title, attributes: { bounds } }) =>
      bounds === undefined ? [] : [`${bare(title)} ${bounds}`],
    ),
    columns: columns.map(({ title }) => bare(title)),
    "types of columns": columns.map(
      ({ title, attributes }) => `${bare(title)} ${typeName(attributes.type)}`,
    ),
    "not null": columns.flatMap(({ title, attributes }) =>
      attributes.nullable ? [] : [bare(title)],
    ),
    "primary keys": keys("primary key").map(
      ({ attributes }) => `${bare(attributes.table)}(${attributes.columns.join(", ")})`,
    ),
    "foreign keys": keys("foreign key").map(({ attributes }) => {
      const target = /REFERENCES \w+\.(\w+) (\([^)]*\))/.exec(attributes.definition);
      return `${bare(attributes.table)}(${attributes.columns.join(", ")}) ${target?.[1] ?? ""}${target?.[2] ?? ""}`;
    }),
    indexes: of("index").map(
      ({ title, attributes }) =>
        `${title} ${bare(attributes.table)}(${attributes.keys.join(", ")})`,
    ),
    "enum labels": of("type").flatMap(({ title, attributes }) =>
      attributes.labels.map((label) => `${bare(title)} ${label}`),
    ),
    views: of("view").map(({ title }) => bare(title)),
    functions: of("function").map(({ title }) => bare(title)),
    policies: of("policy").map(({ title, attributes }) => `${bare(attributes.table)} ${title}`),
    comments: tables.flatMap(({ title, description }) =>
      description === undefined ? [] : [`${bare(title)}: ${description.text}`],
    ),
  };
}
