import { loadTemplate, loadWords } from "#config/index.ts";
import {
  type Diagnostic,
  formatFinding,
  type Outcome,
  outcome,
  toFinding,
} from "#diagnostics/index.ts";
import type { History } from "#model/graph.ts";
import type { Language } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
// Not by their doors: pages and parsers of other sources take longer to load than a history to read.
import type { NotesRequest } from "#render/changelog-file/release-notes.ts";
import { readHistory } from "#sources/git/read-history.ts";
import { type Command, exitCodes, UsageError } from "./command.ts";
import { languageWithoutSettings, settingsFor } from "./project/settings-for.ts";
import { textsOf } from "./texts.ts";

/** Prints what the releases brought; findings go to standard error, beside the notes. */
export const changelog: Command = {
  usage: "rastro changelog [<tag>|latest|unreleased] [--all]",
  examples: [
    "rastro changelog",
    "rastro changelog latest",
    "rastro changelog unreleased --format json",
  ],
  summary: {
    "pt-BR": "o que cada versão trouxe, ou uma delas, em Markdown ou JSON",
    en: "what each release brought, or one of them, as Markdown or JSON",
  },
  options: {
    all: {
      type: "boolean",
      about: {
        "pt-BR": "também os commits que, sem isso, só são contados",
        en: "also the commits that are otherwise only counted",
      },
    },
  },
  run: async (args) => {
    const { value: settings, diagnostics } = settingsFor(args);
    const language = args.lang ?? settings?.languages[0] ?? languageWithoutSettings(args);
    const [wanted, ...others] = args.operands;
    if (others.length > 0) throw new UsageError(textsOf(language).changelogOperands);
    // What writes is loaded while git is printing.
    const [read, writer] = await Promise.all([
      settings ? readHistories(settings) : outcome([]),
      loadWriter(),
    ]);
    complain([...diagnostics, ...read.diagnostics], language);
    if (read.value.length === 0) return exitCodes.couldNotRun;
    const request = { language, all: args.own["all"] === true, wanted };
    const told =
      args.format === "json"
        ? inJson(read.value, wanted, writer)
        : inMarkdown(read.value, request, writer);
    if (told === undefined) throw new UsageError(textsOf(language).unknownRelease(wanted ?? ""));
    console.log(told);
    return exitCodes.clean;
  },
};

type Writer = Awaited<ReturnType<typeof loadWriter>>;

async function loadWriter() {
  const { renderNotes, sectionTemplate } = await import("#render/changelog-file/release-notes.ts");
  const { changelogFacts } = await import("#render/data/changelog-facts.ts");
  return { renderNotes, sectionTemplate, changelogFacts };
}

function complain(diagnostics: readonly Diagnostic[], language: Language): void {
  for (const found of diagnostics)
    console.error(formatFinding(toFinding(found, language), language));
}

/** The histories of the projects that have one; nothing else of them is read. */
async function readHistories(settings: Settings): Promise<Outcome<readonly History[]>> {
  const read = await Promise.all(
    settings.projects.map((project) => readHistory(settings, project)),
  );
  return outcome(
    read.flatMap(({ value }) => value ?? []),
    read.flatMap(({ diagnostics }) => diagnostics),
  );
}

function inMarkdown(
  histories: readonly History[],
  request: NotesRequest,
  { renderNotes, sectionTemplate }: Writer,
): string | undefined {
  const making = { template: loadTemplate(sectionTemplate), words: loadWords(request.language) };
  const told = histories.flatMap((history) => {
    const { value, diagnostics } = renderNotes(history, request, making);
    complain(diagnostics, request.language);
    return value ?? [];
  });
  return told.length === 0 ? undefined : told.join("\n\n");
}

function inJson(
  histories: readonly History[],
  wanted: string | undefined,
  { changelogFacts }: Writer,
): string | undefined {
  const told = histories.flatMap((history) => changelogFacts(history, wanted) ?? []);
  return told.length === 0
    ? undefined
    : JSON.stringify(told.length === 1 ? told[0] : told, null, 2);
}
