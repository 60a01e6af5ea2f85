import { loadTemplates } from "#config/index.ts";
import type { Diagnostic } from "#diagnostics/index.ts";
import { suggest } from "#diagnostics/index.ts";
import type { GateResult } from "#model/evaluation.ts";
import { type Item, itemName } from "#model/item.ts";
import { itemsOf } from "#model/graph.ts";
import type { Language } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import type { GateFiles } from "#model/programme/sign-off.ts";
import { type Format, formatOf, type Words, wordsOf } from "#render/index.ts";
import { judge, type JudgedProject } from "../../generate.ts";
import { type Arguments, exitCodes, type ExitCode, UsageError } from "../command.ts";
import { languageWithoutSettings, settingsFor, trustedRefOf } from "../project/project-run.ts";
import { printReport } from "../report/print-report.ts";
import { gateTexts } from "./texts.ts";

/** A gate, judged now, and what is needed to speak of it. */
export interface OpenedGate {
  readonly args: Arguments;
  readonly settings: Settings;
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
  readonly project: JudgedProject;
  readonly gate: Item<"gate">;
  readonly name: string;
  readonly result: GateResult;
  /** Absent: the gate has no file of its own, so that it can be judged but not signed. */
  readonly files?: GateFiles;
  readonly diagnostics: readonly Diagnostic[];
  readonly asOf?: string;
  /** The moment at which expiry was judged. */
  readonly now: string;
}

/** Reads and judges everything for one gate; an exit code when it does not come to that. */
export async function openGate(args: Arguments, written: string): Promise<OpenedGate | ExitCode> {
  const loaded = settingsFor(args);
  const settings = loaded.value;
  if (settings === undefined) {
    printReport({ diagnostics: loaded.diagnostics, language: languageWithoutSettings(args) }, args);
    return exitCodes.couldNotRun;
  }
  const language = args.lang ?? settings.languages[0];
  let now = "";
  const { value, diagnostics } = await judge(settings, {
    ...trustedRefOf(args),
    wanted: written.slice(written.indexOf(":") + 1),
    now: (asOf) => (now = laterOf(asOf)),
  });
  const { project, gate } = findGate(value.projects, written, language);
  const { format, words } = speech(language);
  const result = project.evaluation.gates.get(gate.id);
  if (result === undefined) throw new Error(`${gate.id} was not judged`);
  const files = project.gateFiles.get(gate.id);
  return {
    ...{ args, settings, language, words, format, project, gate, result, diagnostics, now },
    name: itemName(gate.id),
    ...(files && { files }),
    ...(value.asOf !== undefined && { asOf: value.asOf }),
  };
}

/** Expiry is judged by the clock, unless the date that counts as today is later still. */
function laterOf(asOf: string | undefined): string {
  const clock = currentTime();
  return asOf !== undefined && Date.parse(asOf) > Date.parse(clock) ? asOf : clock;
}

/** Now, in UTC, to the second. */
export const currentTime = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");

/** `stage-4`, or `project:stage-4` where several projects have it. */
function findGate(
  projects: readonly JudgedProject[],
  written: string,
  language: Language,
): { readonly project: JudgedProject; readonly gate: Item<"gate"> } {
  const all = projects.flatMap((project) =>
    itemsOf(project.graph, "gate").map((gate) => ({ project, gate })),
  );
  const nameOf = ({ project, gate }: (typeof all)[number]): string =>
    project.project.name === ""
      ? itemName(gate.id)
      : `${project.project.name}:${itemName(gate.id)}`;
  const found = all.filter(
    (each) => itemName(each.gate.id) === written || nameOf(each) === written,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const texts = gateTexts[language];
  if (found.length > 1) throw new UsageError(texts.ambiguous(written, found.map(nameOf)));
  const names = all.map(({ gate }) => itemName(gate.id));
  const near = suggest(written, names);
  throw new UsageError(texts.unknownGate(written, near.length > 0 ? near : names));
}

function speech(language: Language) {
  const words = wordsOf(language, loadTemplates().words[language], ({ args }) => {
    throw new Error(`a word is missing: ${String(args["key"])}`);
  });
  return { words, format: formatOf(language, words) };
}
