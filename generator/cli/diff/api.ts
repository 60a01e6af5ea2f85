import { loadTemplates } from "#config/index.ts";
import type { Diagnostic } from "#diagnostics/index.ts";
import { compareApis } from "#graph/index.ts";
import { type ApiChange, apiEffects } from "#model/api/change.ts";
import { type Arguments, type ExitCode, exitCodes } from "../command.ts";
import { printReport } from "../report/print-report.ts";
import { type ApiTitle, apiWords, printApiMarkdown, printApiPlain } from "./print-api.ts";
import { type ApiMoment, readApi } from "./read-api.ts";
import { contextOf, soften } from "./context.ts";

/** Prints what became of an API from one version of its documents to the other. */
export async function diffApi(before: string, after: string, args: Arguments): Promise<ExitCode> {
  const { language, settings } = contextOf(args);
  const from = await readApi(before, { language, ...(settings && { settings }) });
  const to = await readApi(after, { language, ...(settings && { settings }) });
  const changes = compareApis(from.value.documents, to.value.documents, args.asOf);
  const diagnostics = [...from.diagnostics, ...to.diagnostics].map(soften);
  const title = { from: titleOf(from.value), to: titleOf(to.value) };
  const print = printers[args.format];
  const words = apiWords(loadTemplates().words[language]);
  if (print) console.log(print(changes, title, words));
  const fails = args.failOn !== undefined && changes.some(({ effect }) => effect === args.failOn);
  const code = report({ changes, title, diagnostics }, args, language);
  return fails ? exitCodes.findings : code;
}

const printers: Readonly<Partial<Record<Arguments["format"], typeof printApiPlain>>> = {
  text: printApiPlain,
  markdown: printApiMarkdown,
};

/** A document's own version says more than the name of its file. */
function titleOf({ title, documents }: ApiMoment): string {
  const [only, ...more] = documents;
  return only === undefined || more.length > 0 || only.version === ""
    ? title
    : `${title} (${only.version})`;
}

interface Difference {
  readonly changes: readonly ApiChange[];
  readonly title: ApiTitle;
  readonly diagnostics: readonly Diagnostic[];
}

function report(
  { changes, title, diagnostics }: Difference,
  args: Arguments,
  language: ReturnType<typeof contextOf>["language"],
): ExitCode {
  if (args.format === "markdown") return exitCodes.clean;
  const counts = Object.fromEntries(
    apiEffects.map((effect) => [effect, changes.filter((each) => each.effect === effect).length]),
  );
  return printReport({ diagnostics, language, facts: { ...title, counts, changes } }, args);
}
