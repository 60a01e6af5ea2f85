import { loadSettings } from "#config/index.ts";
import { type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { compareSchema, type SchemaComparison } from "#evaluate/compare-schema/compare-schema.ts";
import type { Fact } from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import type { Language } from "#model/pages/page.ts";
import type { ProjectSettings, Settings } from "#model/settings.ts";
import { applyAndRead, readDatabase, type ServerSchema } from "#sources/postgres/index.ts";
import { loadSameSql } from "#sources/sql/canonical/same-sql.ts";
import { readSql } from "#sources/sql/index.ts";
import { type Arguments, type Command, exitCodes, UsageError } from "./command.ts";
import { reportOptions } from "./options.ts";
import { languageWithoutSettings } from "./project/project-run.ts";
import { printReport } from "./report/print-report.ts";

const texts = {
  "pt-BR": {
    operand: "verify precisa de: schema",
    noMigrations: "nenhum projeto tem migrações em `sources.sql`",
    kind: ({ kind, compared, differing }: Count) =>
      `  ${kind}: ${String(compared)} comparados, ${String(differing)} diferentes`,
    total: ({ compared, differing, atRunTime }: SchemaComparison) =>
      `${String(compared)} objetos comparados, ${String(differing)} diferentes, ${String(atRunTime)} criados durante a execução`,
  },
  en: {
    operand: "verify needs: schema",
    noMigrations: "no project has migrations in `sources.sql`",
    kind: ({ kind, compared, differing }: Count) =>
      `  ${kind}: ${String(compared)} compared, ${String(differing)} different`,
    total: ({ compared, differing, atRunTime }: SchemaComparison) =>
      `${String(compared)} objects compared, ${String(differing)} different, ${String(atRunTime)} made at run time`,
  },
} as const;

type Count = SchemaComparison["kinds"][number];

/** What was found out about one project; undefined when there was no server to ask. */
type Proof = Outcome<(SchemaComparison & { readonly project: string }) | undefined>;

/** Proves the documented schema against PostgreSQL. */
export const verify: Command = {
  usage: "rastro verify schema [--database <url>]",
  examples: ["rastro verify schema", "rastro verify schema --database postgres://localhost/app"],
  summary: {
    "pt-BR": "prova o esquema documentado contra o PostgreSQL",
    en: "proves the documented schema against PostgreSQL",
  },
  options: {
    database: {
      type: "string",
      value: "<url>",
      about: {
        "pt-BR": "um PostgreSQL com que comparar, em vez do embutido",
        en: "a PostgreSQL to compare with, in place of the embedded one",
      },
    },
    ...reportOptions,
  },
  run: async (args) => {
    const { value: settings, diagnostics } = loadSettings(args.config);
    const language = args.lang ?? settings?.languages[0] ?? languageWithoutSettings(args);
    if (args.operands.join() !== "schema") throw new UsageError(texts[language].operand);
    if (settings === undefined) {
      printReport({ diagnostics, language }, args);
      return exitCodes.couldNotRun;
    }
    const proofs = await proveProjects(settings, args);
    if (proofs.length === 0) throw new UsageError(texts[language].noMigrations);
    const code = printReport(reportOf(proofs, language), args);
    return proofs.some(({ value }) => value === undefined) ? exitCodes.couldNotRun : code;
  },
};

/** One after the other: each starts a server of its own, and that is large. */
async function proveProjects(
  { root, projects }: Settings,
  args: Arguments,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const project of projects) {
    if (project.sources.sql.length > 0) proofs.push(await prove(root, project, args));
  }
  return proofs;
}

async function prove(root: string, project: ProjectSettings, args: Arguments): Promise<Proof> {
  const request = { root, entries: project.sources.sql };
  const { value: facts, diagnostics } = await readSql(request);
  const items = itemsOf(facts);
  const ids = new Set<string>(items.map(({ id }) => id));
  const found: ServerSchema =
    args.database === undefined
      ? await applyAndRead(request, { ids, views: viewsOf(items) })
      : await readDatabase(args.database, { schemas: schemasOf(items), roles: rolesOf(items) });
  // What is wrong with the migrations themselves is for `check` to say, but nothing may hide.
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (found.value === undefined) return outcome(undefined, [...errors, ...found.diagnostics]);
  const compared = compareSchema(items, found.value, await loadSameSql());
  return outcome(
    { project: project.name, ...compared.value },
    distinct([...errors, ...found.diagnostics, ...compared.diagnostics]),
  );
}

const itemsOf = (facts: readonly Fact[]): readonly Item[] =>
  facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));

const viewsOf = (items: readonly Item[]) =>
  items.flatMap((item) => {
    if (item.kind !== "view" && item.kind !== "materialized-view") return [];
    const { namespace, query, columns } = item.attributes;
    return [{ name: item.title, namespace, query, ...(columns && { columns }) }];
  });

const schemasOf = (items: readonly Item[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => (item.kind === "namespace" ? [item.title] : [])));

/** Roles that a migration makes or gives something to, and everybody. */
const rolesOf = (items: readonly Item[]): ReadonlySet<string> =>
  new Set([
    "public",
    ...items.flatMap((item) => (item.kind === "role" ? [item.title] : [])),
    ...items.flatMap(({ attributes }) =>
      "grants" in attributes ? (attributes.grants ?? []).map(({ role }) => role) : [],
    ),
  ]);

/** Both ways read the same files and report the same of them. */
const distinct = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values(),
];

function reportOf(proofs: readonly Proof[], language: Language) {
  const results = proofs.flatMap(({ value }) => value ?? []);
  const { kind, total } = texts[language];
  return {
    language,
    diagnostics: proofs.flatMap(({ diagnostics }) => diagnostics),
    facts: { schemas: results },
    lines: results.flatMap((result) => [
      ...(result.project === "" ? [] : [`${result.project}:`]),
      ...result.kinds.map(kind),
      total(result),
    ]),
  };
}
