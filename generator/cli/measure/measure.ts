import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Arguments, type Command, exitCodes, type ExitCode, UsageError } from "../command.ts";
import { measuredEntries, measurementFile } from "./entries.ts";
import { type Provenance, readProvenance } from "./provenance.ts";
import { type PrintedMetrics, readMetrics } from "./read-metrics.ts";
import { type CommandRun, runCommand } from "./run-command.ts";
import { measureTexts } from "./texts.ts";
import { languageWithoutSettings, settingsFor } from "../project/project-run.ts";
import { printReport } from "../report/print-report.ts";
import { writeWhole } from "../project/write-file.ts";

/** Runs a command and records what it measured, with everything that the figures depend on. */
export const measure: Command = {
  usage: "rastro measure --id <id> -- <command>",
  examples: ["rastro measure --id search-p95 --covers 'migrations/*.sql' -- node bench/search.js"],
  summary: {
    "pt-BR": "executa um comando e registra o que ele mediu",
    en: "runs a command and records what it measured",
  },
  options: {
    id: {
      type: "string",
      value: "<id>",
      about: { "pt-BR": "o nome da medição", en: "the name of the measurement" },
    },
    to: {
      type: "string",
      value: "<file>",
      about: {
        "pt-BR": "onde é registrada (a pasta measurements dos dados de programa)",
        en: "where it is recorded (the folder measurements of the programme data)",
      },
    },
    subject: {
      type: "string",
      value: "<id>",
      about: { "pt-BR": "o item que foi medido", en: "the item that was measured" },
    },
    environment: {
      type: "string",
      value: "<text>",
      about: { "pt-BR": "em que foi medido", en: "what it was measured on" },
    },
    covers: {
      type: "string",
      multiple: true,
      value: "<glob>",
      about: {
        "pt-BR": "arquivos cuja mudança torna a medição velha, quantos houver",
        en: "files whose change makes the measurement stale, as often as needed",
      },
    },
  },
  run: async (args) => {
    const language = languageWithoutSettings(args);
    const loaded = settingsFor(args);
    if (loaded.value === undefined) {
      printReport({ diagnostics: loaded.diagnostics, language }, args);
      return exitCodes.couldNotRun;
    }
    const { root, projects } = loaded.value;
    const asked = readAsked(args, args.lang ?? loaded.value.languages[0]);
    const folder = projects
      .flatMap(({ sources }) => sources.programme)
      .map(({ path }) => path)
      .find((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory());
    const to = asked.to ?? (folder && `${folder}/measurements/${asked.id}.yaml`);
    if (to === undefined || to.split("/").includes(".."))
      throw new UsageError(asked.texts.noFolder);
    const provenance = await readProvenance(root, { ...asked, to });
    if (typeof provenance === "string") throw new UsageError(asked.texts[provenance]);
    return record(runCommand(args.operands), { ...asked, args, root, to, provenance });
  },
};

interface Asked {
  readonly id: string;
  readonly to: string | undefined;
  readonly subject: string | undefined;
  readonly environment: string | undefined;
  readonly covers: readonly string[];
  readonly texts: ReturnType<typeof measureTexts>;
}

function readAsked(args: Arguments, language: "pt-BR" | "en"): Asked {
  const texts = measureTexts(language);
  const text = (name: string): string | undefined => {
    const value = args.own[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const id = text("id");
  if (args.operands.length === 0) throw new UsageError(texts.noCommand);
  if (id === undefined || !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
    throw new UsageError(texts.noId);
  return {
    ...{ id, texts, to: text("to"), subject: text("subject"), environment: text("environment") },
    covers: [args.own["covers"] ?? []].flat().map(String),
  };
}

interface Recording extends Asked {
  readonly args: Arguments;
  readonly root: string;
  readonly to: string;
  readonly provenance: Provenance;
}

/** A run that failed measured nothing but that it failed. */
function record(run: CommandRun | undefined, recording: Recording): ExitCode {
  const { args, root, to, texts, provenance } = recording;
  if (run === undefined) {
    console.error(`rastro: ${texts.notFound(args.operands[0] ?? "")}`);
    return exitCodes.couldNotRun;
  }
  const { metrics, environment, isBroken } = printedBy(run);
  const entries = measuredEntries(run, { ...recording, metrics });
  const isNew = !existsSync(join(root, to));
  writeWhole(root, to, measurementFile(entries, { run, provenance, environment }));
  say({ args, texts, to, entries, isNew, warnings: warningsOf(recording, run, isBroken) });
  return run.exit === 0 && !isBroken ? exitCodes.clean : exitCodes.findings;
}

function printedBy({ exit, output }: CommandRun) {
  const printed = readMetrics(output);
  const isBroken = printed === "broken";
  const { metrics, environment } = isBroken || printed === undefined ? nothingPrinted : printed;
  return { metrics: exit === 0 ? metrics : [], environment, isBroken };
}

const nothingPrinted: PrintedMetrics = { metrics: [] };

const warningsOf = (
  { texts, provenance, covers }: Recording,
  { exit }: CommandRun,
  isBroken: boolean,
): readonly string[] => [
  ...(exit === 0 ? [] : [texts.failed(exit)]),
  ...(isBroken ? [texts.broken] : []),
  ...(provenance.dirty && covers.length === 0 ? [texts.dirty] : []),
];

interface Said {
  readonly args: Arguments;
  readonly texts: ReturnType<typeof measureTexts>;
  readonly to: string;
  readonly entries: ReturnType<typeof measuredEntries>;
  readonly isNew: boolean;
  readonly warnings: readonly string[];
}

function say({ args, texts, to, entries, isNew, warnings }: Said): void {
  if (args.format === "json") {
    console.log(
      JSON.stringify({ file: to, measurements: entries, warnings, findings: [] }, null, 2),
    );
    return;
  }
  const lines = entries.map(({ metric, value, unit }) => `  ${metric}: ${String(value)} ${unit}`);
  const head = isNew ? texts.written(to) : texts.replaced(to);
  console.log([head, ...lines, ...warnings.map((warning) => `! ${warning}`)].join("\n"));
}
