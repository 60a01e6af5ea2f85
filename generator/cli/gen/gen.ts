import { outputNames } from "#diagnostics/outputs/names.ts";
import { type Target, targets } from "#model/pages/page.ts";
import { type Arguments, type Command, UsageError } from "../command.ts";
import { baselineOption, reportOptions, trustOptions } from "../options.ts";
import { languageWithoutSettings } from "../project/terminal.ts";
import { printReport } from "../report/print-report.ts";
import { textsOf } from "../texts.ts";
import { openMemory } from "./run-memory.ts";

/** Makes the documentation and writes what changed. */
export const gen: Command = {
  usage: "rastro gen [target…]",
  examples: [
    "rastro gen",
    "rastro gen api pages",
    "rastro gen schema --at 0007_indexes.sql",
    "rastro gen --baseline rastro.baseline.json",
    "rastro gen --version-label 1.4",
  ],
  summary: {
    "pt-BR": "gera a documentação em out/, e as regiões de arquivos versionados",
    en: "makes the documentation in out/, and the regions of committed files",
  },
  options: {
    at: {
      type: "string",
      value: "<migration>",
      about: {
        "pt-BR": "com o alvo schema: o esquema como era depois dela",
        en: "with the target schema: the schema as it was after it",
      },
    },
    "version-label": {
      type: "string",
      value: "<version>",
      about: {
        "pt-BR": "uma versão que fica ao lado da atual, em out/site/<version>/",
        en: "a version that is kept beside the current one, in out/site/<version>/",
      },
    },
    ...baselineOption,
    ...reportOptions,
    ...trustOptions,
  },
  formats: outputNames,
  run: async (args, list) => {
    const wanted = readTargets(args);
    const memory = openMemory(args, Date.now());
    const known = memory.recall();
    if (known) {
      printReport(known.report, args);
      return known.code;
    }
    // Loaded late: most runs find that nothing is to be done.
    const { makeDocumentation } = await import("./make-documentation.ts");
    return makeDocumentation({ args, wanted, memory }, list);
  },
};

function readTargets(args: Arguments): readonly Target[] {
  const { operands, at } = args;
  const texts = textsOf(languageWithoutSettings(args));
  const known = new Set<string>(targets);
  const unknown = operands.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new UsageError(texts.unknownTarget(unknown, targets), {
      written: unknown,
      known: targets,
    });
  }
  if (at !== undefined && operands.join() !== "schema") {
    throw new UsageError(texts.atNeedsSchema);
  }
  return operands.length === 0 ? targets : (operands as readonly Target[]);
}
