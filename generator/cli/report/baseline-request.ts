import type { Diagnostic } from "#diagnostics/index.ts";
import type { Language } from "#model/pages/page.ts";
import { type Arguments, textOption } from "../command.ts";
import { baselineOption, type CommandOptions } from "../options.ts";

/** The options of commands that can put known findings aside. */
export const baselineOptions = {
  ...baselineOption,
  "update-baseline": {
    type: "boolean",
    about: { "pt-BR": "anota nele o que há agora", en: "notes in it what there is now" },
  },
} as const satisfies CommandOptions;

/** Findings after the known ones were put aside, and what is to be said about that. */
export interface Frozen {
  readonly diagnostics: readonly Diagnostic[];
  readonly lines: (language: Language) => readonly string[];
}

/** Where a baseline lies, and whether it is to be written anew. */
export interface BaselineRequest {
  /** Relative to `root`. */
  readonly file: string | undefined;
  /** What `file` and those of findings are relative to. */
  readonly root: string;
  readonly isUpdate: boolean;
}

/** The file when nobody names one. */
const usualFile = "rastro.baseline.json";

/** What the command line asks for; `configured` is what the settings say. */
export function baselineRequest(
  args: Arguments,
  root: string,
  configured?: string,
): BaselineRequest {
  const isUpdate = args.own["update-baseline"] === true;
  const asked = textOption(args, "baseline") ?? configured;
  return { file: asked ?? (isUpdate ? usualFile : undefined), root, isUpdate };
}
