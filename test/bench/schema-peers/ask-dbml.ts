import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { type FactSets, noFacts, typeName } from "./fact-sets.ts";

interface Field {
  readonly name: string;
  readonly type: { readonly type_name: string };
  readonly not_null?: boolean;
  readonly pk?: boolean;
}

interface Table {
  readonly name: string;
  readonly note?: string | null;
  readonly fields: readonly Field[];
  readonly indexes: readonly {
    readonly name?: string;
    readonly pk?: boolean | string;
    readonly columns: readonly { readonly value: string }[];
  }[];
}

interface Endpoint {
  readonly tableName: string;
  readonly fieldNames: readonly string[];
  readonly relation: string;
}

interface Schema {
  readonly name: string;
  readonly tables: readonly Table[];
  readonly enums: readonly {
    readonly name: string;
    readonly values: readonly { readonly name: string }[];
  }[];
  readonly refs: readonly { readonly endpoints: readonly Endpoint[] }[];
}

/** Prints what the library makes of the file, as JSON: its own process, its own modules. */
const program = (library: string): string => `
import { readFileSync } from "node:fs";
const { Parser } = await import(${JSON.stringify(pathToFileURL(library).href)});
const database = new Parser().parse(readFileSync(process.argv[1], "utf8"), "postgres");
console.log(JSON.stringify(database.export()));`;

/** What @dbml/core reads. Its DBML of a file with renamed columns is more than it can read again. */
export function askDbml(library: string, file: string): FactSets {
  const args = ["--input-type=module", "--eval", program(library), "--", file];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  const { schemas } = JSON.parse(printed) as { readonly schemas: readonly Schema[] };
  const tables = schemas.flatMap((schema) => schema.tables);
  const fields = tables.flatMap((table) =>
    table.fields.map((field) => ({ ...field, path: `${table.name}.${field.name}` })),
  );
  const keyed = tables.map((table) => ({ table: table.name, columns: primaryKey(table) }));
  const keyColumns = keyed.flatMap(({ table, columns }) =>
    columns.map((each) => `${table}.${each}`),
  );
  return {
    ...noFacts,
    schemas: schemas.map(({ name }) => name).filter((name) => name !== "public"),
    tables: tables.map(({ name }) => name),
    "tables with their schema": schemas.flatMap((schema) =>
      schema.tables.map(({ name }) => `${schema.name}.${name}`),
    ),
    columns: fields.map(({ path }) => path),
    "types of columns": fields.map(({ path, type }) => `${path} ${typeName(type.type_name)}`),
    "not null": [
      ...fields.flatMap(({ path, not_null: notNull }) => (notNull ? [path] : [])),
      ...keyColumns,
    ],
    "primary keys": keyed.map(({ table, columns }) => `${table}(${columns.join(", ")})`),
    "foreign keys": schemas.flatMap(({ refs }) =>
      refs.map(({ endpoints }) => reference(endpoints)),
    ),
    indexes: tables.flatMap((table) =>
      table.indexes.flatMap(({ name, columns }) =>
        name ? [`${name} ${table.name}(${columns.map(({ value }) => value).join(", ")})`] : [],
      ),
    ),
    "enum labels": schemas.flatMap(({ enums }) =>
      enums.flatMap(({ name, values }) => values.map((value) => `${name} ${value.name}`)),
    ),
    comments: tables.flatMap(({ name, note }) => (note ? [`${name}: ${note}`] : [])),
  };
}

function primaryKey({ fields, indexes }: Table): readonly string[] {
  const index = indexes.find(({ pk }) => pk === true || pk === "true");
  return index
    ? index.columns.map(({ value }) => value)
    : fields.flatMap(({ name, pk }) => (pk ? [name] : []));
}

/** The end with many refers to the end with one. */
function reference(endpoints: readonly Endpoint[]): string {
  const from = endpoints.find(({ relation }) => relation.endsWith("*"));
  const to = endpoints.find((each) => each !== from);
  const print = (end?: Endpoint) => `${end?.tableName ?? ""}(${end?.fieldNames.join(", ") ?? ""})`;
  return `${print(from)} ${print(to)}`;
}
