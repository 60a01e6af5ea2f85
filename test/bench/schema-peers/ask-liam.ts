import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FactSets, noFacts, typeName } from "./fact-sets.ts";

interface Constraint {
  readonly type: string;
  readonly columnNames: readonly string[];
  readonly targetTableName: string;
  readonly targetColumnNames: readonly string[];
}

interface Table {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: Readonly<
    Record<string, { readonly name: string; readonly type: string; readonly notNull: boolean }>
  >;
  readonly indexes: Readonly<
    Record<string, { readonly name: string; readonly columns: readonly string[] }>
  >;
  readonly constraints: Readonly<Record<string, Constraint>>;
}

interface Schema {
  readonly tables: Readonly<Record<string, Table>>;
  readonly enums: Readonly<
    Record<string, { readonly name: string; readonly values: readonly string[] }>
  >;
}

/** What the diagram of Liam ERD holds: it ends with 0 whatever it left out. */
export function askLiam(program: string, file: string, folder: string): FactSets {
  const args = [program, "erd", "build", "--input", file, "--format", "postgres"];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`liam ended with ${status ?? "?"}\n${stderr}`);
  const schema = JSON.parse(readFileSync(join(folder, "dist/schema.json"), "utf8")) as Schema;
  const tables = Object.values(schema.tables);
  return {
    ...noFacts,
    tables: tables.map(({ name }) => name),
    ...columnsOf(tables),
    ...keysOf(tables),
    indexes: tables.flatMap((table) =>
      Object.values(table.indexes).map(
        ({ name, columns }) => `${name} ${table.name}(${columns.join(", ")})`,
      ),
    ),
    "enum labels": Object.values(schema.enums).flatMap(({ name, values }) =>
      values.map((label) => `${name} ${label}`),
    ),
    comments: tables.flatMap(({ name, comment }) => (comment ? [`${name}: ${comment}`] : [])),
  };
}

function columnsOf(tables: readonly Table[]) {
  const all = tables.flatMap((table) =>
    Object.values(table.columns).map((column) => ({
      ...column,
      path: `${table.name}.${column.name}`,
    })),
  );
  return {
    columns: all.map(({ path }) => path),
    "types of columns": all.map(({ path, type }) => `${path} ${typeName(type)}`),
    "not null": all.flatMap(({ path, notNull }) => (notNull ? [path] : [])),
  };
}

function keysOf(tables: readonly Table[]) {
  const all = tables.flatMap((table) =>
    Object.values(table.constraints).map((each) => ({ ...each, table: table.name })),
  );
  const of = (type: string) => all.filter((each) => each.type === type);
  return {
    "primary keys": of("PRIMARY KEY").map((key) => `${key.table}(${key.columnNames.join(", ")})`),
    "foreign keys": of("FOREIGN KEY").map(
      (key) =>
        `${key.table}(${key.columnNames.join(", ")}) ${key.targetTableName}(${key.targetColumnNames.join(", ")})`,
    ),
  };
}
