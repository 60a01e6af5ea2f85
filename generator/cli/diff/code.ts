import { compareSymbols } from "#graph/index.ts";
import type { ExportedName, SymbolChange } from "#model/code/change.ts";
import { findCommit, openCommittedFiles } from "#sources/git/objects/extract-files.ts";
import { isPartOf, readerOfExports } from "#sources/releases/read-exported.ts";
import { type Arguments, type ExitCode, exitCodes, UsageError } from "../command.ts";
import { printReport } from "../report/print-report.ts";
import { contextOf } from "./context.ts";
import { countEffects } from "./count-effects.ts";
import { printMarkdown, printPlain, type ToldChange } from "./print.ts";
import type { VersionContext } from "./read-version.ts";
import { diffTexts } from "./texts.ts";

/** Prints what became of every exported name of the code from one revision to the other. */
export async function diffCode(before: string, after: string, args: Arguments): Promise<ExitCode> {
  const context = contextOf(args);
  const { language } = context;
  const [old, current] = await readRevisions([before, after], context);
  const changes = compareSymbols(old ?? [], current ?? []);
  const fails = args.failOn !== undefined && changes.some(({ effect }) => effect === args.failOn);
  const title = { from: before, to: after, what: "code" } as const;
  const told = changes.map(toObjectChange);
  if (args.format === "markdown") console.log(printMarkdown(told, title, language));
  if (args.format === "text") console.log(printPlain(told, title, language));
  const { from, to } = title;
  const facts = { from, to, counts: countEffects(changes), changes };
  const code =
    args.format === "markdown"
      ? exitCodes.clean
      : printReport({ diagnostics: [], language, facts }, args);
  return fails ? exitCodes.findings : code;
}

async function readRevisions(
  revisions: readonly string[],
  { settings, language }: VersionContext,
): Promise<readonly (readonly ExportedName[])[]> {
  const texts = diffTexts(language);
  const entries = settings?.projects.flatMap(({ sources }) => sources.typescript) ?? [];
  if (settings === undefined || entries.length === 0) throw new UsageError(texts.noCode);
  const files = openCommittedFiles(settings.root, isPartOf(entries));
  const read = readerOfExports(entries);
  const found: (readonly ExportedName[])[] = [];
  try {
    for (const revision of revisions) {
      const commit = await findCommit(settings.root, revision);
      const names = commit === undefined ? undefined : await read(files, commit);
      if (names === undefined) throw new UsageError(texts.unknownRevision(revision));
      found.push(names);
    }
  } finally {
    files.close();
  }
  return found;
}

/** As an object of a schema is told: the same words, and the same tables. */
const toObjectChange = ({ module, name, before, after, ...change }: SymbolChange): ToldChange => ({
  ...change,
  name: `${module}.${name}`,
  attributes:
    before === undefined && after === undefined
      ? []
      : [
          {
            name,
            effect: change.effect,
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
          },
        ],
});
