import { loadSettings } from "#config/index.ts";
import { type Diagnostic, hasErrors } from "#diagnostics/index.ts";
import { compareSchemas, type SameSql } from "#graph/index.ts";
import type { Language } from "#model/page.ts";
import type { Effect, SchemaChange } from "#model/schema-change.ts";
import { type Arguments, type ExitCode, exitCodes, UsageError } from "../command.ts";
import { loadSameQuery } from "#sources/sql/canonical/same-query.ts";
import { loadSameSql } from "#sources/sql/canonical/same-sql.ts";
import { printReport } from "../report.ts";
import { terminalLanguage } from "../texts.ts";
import { printMarkdown, printPlain } from "./print.ts";
import { readVersion, type Version, type VersionContext } from "./read-version.ts";
import { diffTexts } from "./texts.ts";

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

/** What is wrong with the SQL is for `check` to judge; here it says how far to trust the answer. */
const soften = (each: Diagnostic): Diagnostic =>
  each.severity === "error" ? { ...each, severity: "warning" } : each;

function contextOf(args: Arguments): VersionContext {
  const { value: settings, diagnostics } = loadSettings(args.config);
  const isBroken =
    hasErrors(diagnostics) && diagnostics.some(({ code }) => code !== "config/not-found");
  if (isBroken) throw new UsageError(diffTexts(languageOf(args)).unreadableSettings(args.config));
  const language = args.lang ?? settings?.languages[0] ?? terminalLanguage(process.env);
  return { language, ...(settings && { settings }) };
}

const languageOf = (args: Arguments): Language => args.lang ?? terminalLanguage(process.env);

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
  const title = { from: from.title, to: to.title };
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

function countEffects(changes: readonly SchemaChange[]): Readonly<Record<Effect, number>> {
  const count = (effect: Effect) => changes.filter((each) => each.effect === effect).length;
  return {
    breaking: count("breaking"),
    compatible: count("compatible"),
    unclassified: count("unclassified"),
    spelling: count("spelling"),
  };
}
