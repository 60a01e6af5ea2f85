import { isInCalendar } from "#data/calendar.ts";
import { itemsOf } from "#model/graph.ts";
import { hasErrors } from "#diagnostics/index.ts";
import type { Settings } from "#model/settings.ts";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Document } from "yaml";
import type { Site } from "../../generate.ts";
import { type Arguments, type Command, exitCodes, type ExitCode, UsageError } from "../command.ts";
import { reportOptions } from "../options.ts";
import { languageWithoutSettings, type ProjectRun, runProject } from "../project/project-run.ts";
import { printReport } from "../report/print-report.ts";
import { draftSync, lastSync, type SyncDraft } from "./draft-sync.ts";
import { syncTexts } from "./texts.ts";

/** Writes the record of the next daily sync, filled with what is open; never over another file. */
export const sync: Command = {
  usage: "rastro sync new <date> [project]",
  examples: ["rastro sync new 2026-02-11"],
  summary: {
    "pt-BR": "escreve o próximo daily sync, já preenchido",
    en: "writes the next daily sync, filled with what is open",
  },
  options: reportOptions,
  run: async (args, all) => {
    const { day, project } = readOperands(args);
    const { value: run, diagnostics } = await runProject({ ...args, asOf: args.asOf ?? day }, all);
    if (run === undefined || hasErrors(diagnostics)) {
      const language = run?.language ?? languageWithoutSettings(args);
      printReport({ diagnostics, language, lines: [syncTexts(language).refused] }, args);
      return run === undefined ? exitCodes.couldNotRun : exitCodes.findings;
    }
    return write(run, day, { args, project });
  },
};

function readOperands(args: Arguments) {
  const [verb, day = "", project] = args.operands;
  const texts = syncTexts(languageWithoutSettings(args));
  if (verb !== "new" || day === "") throw new UsageError(texts.operands);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isInCalendar(day))
    throw new UsageError(texts.noSuchDay(day));
  return { day, project };
}

interface Asked {
  readonly args: Arguments;
  readonly project: string | undefined;
}

function write(run: ProjectRun, day: string, { args, project }: Asked): ExitCode {
  const { settings, language } = run;
  const texts = syncTexts(language);
  const { graph, evaluation, entries } = choose(run, project);
  const taken = itemsOf(graph, "sync").find(({ attributes }) => attributes.start.startsWith(day));
  if (taken) {
    const { file, line = 1 } = taken.location;
    throw new UsageError(texts.taken(day, `${file}:${String(line)}`));
  }
  const draft = draftSync({ graph, evaluation, day, language: settings.languages[0] });
  const folder = folderFor(settings, entries, lastSync(graph, "9999")?.location.file);
  const path = `${folder}/sync-${day}.yaml`;
  writeOnce(join(settings.root, path), formatSync(draft, run, path), () => texts.exists(path));
  const facts = { written: path, sync: draft.id };
  if (args.format === "json") console.log(JSON.stringify(facts, null, 2));
  else console.log(texts.written(path));
  return exitCodes.clean;
}

type Chosen = Pick<Site["projects"][number], "graph" | "evaluation"> & {
  readonly entries: readonly string[];
};

/** The one project with programme data; of several, the one with meetings or the one asked for. */
function choose({ site, language }: ProjectRun, name: string | undefined): Chosen {
  const texts = syncTexts(language);
  const all = site.projects.filter(({ project }) => project.sources.programme.length > 0);
  const named = all.filter(({ project }) => project.name === name);
  const meeting = all.filter(({ graph }) => itemsOf(graph, "sync").length > 0);
  const found = name === undefined ? (meeting.length > 0 ? meeting : all) : named;
  const [chosen] = found;
  if (chosen === undefined && all.length === 0) throw new UsageError(texts.noProgramme);
  if (chosen === undefined || found.length > 1)
    throw new UsageError(texts.which(all.map(({ project }) => project.name)));
  const entries = chosen.project.sources.programme.map(({ path }) => path);
  return { graph: chosen.graph, evaluation: chosen.evaluation, entries };
}

/** Beside the last meeting; else in the first folder that the settings name. */
function folderFor({ root }: Settings, entries: readonly string[], last?: string): string {
  if (last !== undefined) return dirname(last);
  const isFolder = (path: string): boolean =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
  return entries.find(isFolder) ?? dirname(entries[0] ?? ".");
}

function formatSync(draft: SyncDraft, { settings }: ProjectRun, path: string): string {
  const document = new Document({ syncs: [draft] });
  document.comment = syncTexts(settings.languages[0]).after(draft.id);
  return editorLine(settings, path) + document.toString({ lineWidth: 100, blockQuote: "literal" });
}

/** The line by which editors find the schema, as the files beside it have it. */
function editorLine({ root }: Settings, path: string): string {
  const beside = join(root, dirname(path), "syncs.yaml");
  if (statSync(beside, { throwIfNoEntry: false }) === undefined) return "";
  const [first = ""] = readFileSync(beside, "utf8").split("\n");
  return first.startsWith("# yaml-language-server:") ? `${first}\n` : "";
}

function writeOnce(path: string, text: string, complaint: () => string): void {
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new UsageError(complaint());
  }
}
