import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./repository.ts";

type Schema = Readonly<Record<string, unknown>>;

const folder = join(repository, "schemas");
const readSchema = (name: string): Schema =>
  JSON.parse(readFileSync(join(folder, name), "utf8")) as Schema;

/** How each key may be written in Portuguese. */
export const portugueseKeys = (
  readSchema("aliases.pt-BR.json") as unknown as { keys: Readonly<Record<string, string>> }
).keys;

/** The schemas of programme data by file name, without those of settings, pages, baselines and signatures. */
export const programmeSchemas: ReadonlyMap<string, Schema> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".schema.json"))
    .filter(
      (name) => !/^(baseline|changelog|config|page|programa|gate-statement|sign-off)\./.test(name),
    )
    .map((name) => [name, readSchema(name)]),
);

/** One schema for editors that knows both names of every key, and offers both. */
export function portugueseSchema(): Schema {
  const programme = programmeSchemas.get("programme.schema.json");
  const root = bilingual(programme) as Schema;
  const parts = [...programmeSchemas].filter(([name]) => name !== "programme.schema.json");
  return {
    $schema: programme?.["$schema"],
    ...root,
    title: "Dados do programa",
    description:
      "Um arquivo de dados do programa, com chaves em português ou em inglês. Gerado dos outros esquemas e de aliases.pt-BR.json.",
    $defs: Object.fromEntries(
      parts.map(([name, schema]) => [name.replace(".schema.json", ""), bilingual(schema)]),
    ),
  };
}

function bilingual(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(bilingual);
  if (typeof part !== "object" || part === null) return part;
  const { properties, required, ...rest } = part as Record<string, unknown>;
  const made = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => key !== "$schema")
      .map(([key, value]) => [key, bilingualEntry(key, value)]),
  );
  const names = (required ?? []) as readonly string[];
  return {
    ...made,
    ...(properties !== undefined && { properties: withBothNames(properties as Schema) }),
    ...(names.length > 0 && { allOf: names.map(eitherName) }),
  };
}

const bilingualEntry = (key: string, value: unknown): unknown => {
  if (key === "$ref") return String(value).replace(/^([\w-]+)\.schema\.json(#)?/, "#/$defs/$1");
  return key === "examples" ? value : bilingual(value);
};

const withBothNames = (properties: Schema): Schema =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => {
      const other = portugueseKeys[key];
      const both = other === undefined ? [key] : [key, other];
      return both.map((name) => [name, bilingual(value)]);
    }),
  );

const eitherName = (key: string): Schema => {
  const other = portugueseKeys[key];
  return other === undefined
    ? { required: [key] }
    : { anyOf: [{ required: [key] }, { required: [other] }] };
};
