import type { Diagnostic } from "#diagnostics/index.ts";
import { compareSchemas, type SameSql } from "#graph/index.ts";
import type { SchemaChange } from "#model/schema/change.ts";
import { type Arguments, type ExitCode, exitCodes } from "../command.ts";
import { loadSameQuery } from "#sources/sql/canonical/same-query.ts";
import { loadSameSql } from "#sources/sql/canonical/same-sql.ts";
import { printReport } from "../report/print-report.ts";
import { contextOf, soften } from "./context.ts";
import { countEffects } from "./count-effects.ts";
import { printMarkdown, printPlain } from "./print.ts";
import { readVersion, type Version, type VersionContext } from "./read-version.ts";

/** Prints what became of every object of the schema from one version to the other. */
export async function diffSchema(
  before: string,
  after: string,
  args: Arguments,
): Promise<ExitCode> {
  const context = contextOf(args);
  const from = await readVersion(before, context);
  const to = await readVersion(after, context);
  const diagnostics = [...from.diagnostics, ...to.diagnostics].map(soften);
  const changes = compareSchemas(from.value.objects, to.value.objects, await loadSpelling());
  const fails = args.failOn !== undefined && changes.some(({ effect }) => effect === args.failOn);
  const code = print({ from: from.value, to: to.value, changes, diagnostics }, args, context);
  return fails ? exitCodes.findings : code;
}

/** How the parser is asked about an attribute: what it stands in. */
const forms: Readonly<Partial<Record<string, string>>> = {
  default: "expression",
  generated: "expression",
  predicate: "expression",
  condition: "expression",
  using: "expression",
  check: "expression",
  definition: "constraint",
};

async function loadSpelling(): Promise<SameSql> {
  const [sameSql, sameQuery] = await Promise.all([loadSameSql(), loadSameQuery()]);
  return (attribute, before, after) => {
    if (attribute === "query") return sameQuery(before, after);
    const form = forms[attribute];
    return form !== undefined && sameSql(form, before, after);
  };
}

interface Difference {
  readonly from: Version;
  readonly to: Version;
  readonly changes: readonly SchemaChange[];
  readonly diagnostics: readonly Diagnostic[];
}

function print(
  { from, to, changes, diagnostics }: Difference,
  args: Arguments,
  { language }: VersionContext,
): ExitCode {
  const title = { from: from.title, to: to.title, what: "schema" } as const;
  if (args.format === "markdown") {
    console.log(printMarkdown(changes, title, language));
    return exitCodes.clean;
  }
  if (args.format === "text") console.log(printPlain(changes, title, language));
  const facts = {
    from: versionFact(from),
    to: versionFact(to),
    counts: countEffects(changes),
    changes,
  };
  return printReport({ diagnostics, language, facts }, args);
}

const versionFact = ({ title, objects }: Version) => ({ version: title, objects: objects.length });
