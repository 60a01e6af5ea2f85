import { type Diagnostic, hasErrors, suggest } from "#diagnostics/index.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { indexNames, resolveName } from "#model/names.ts";
import type { Language } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import { judge, type JudgedProject } from "../../generate.ts";
import { type Arguments, UsageError } from "../command.ts";
import { languageWithoutSettings, settingsFor } from "../project/project-run.ts";
import { reachTexts } from "./texts.ts";

/** Every project, understood and judged, and the language to speak of them. */
export interface OpenedProjects {
  readonly settings: Settings;
  readonly language: Language;
  readonly projects: readonly JudgedProject[];
}

/** Reads and judges everything, without a page; what is wrong with it is for `check` to say. */
export async function openProjects(args: Arguments): Promise<OpenedProjects> {
  const { value: settings, diagnostics } = settingsFor(args);
  if (settings === undefined) throw new UsageError(unreadable(args, diagnostics));
  const { projects } = (await judge(settings)).value;
  return { settings, projects, language: args.lang ?? settings.languages[0] };
}

const unreadable = (args: Arguments, diagnostics: readonly Diagnostic[]): string =>
  reachTexts[languageWithoutSettings(args)].settings(args.config, hasErrors(diagnostics));

/** An item with the project that it belongs to. */
export interface FoundItem {
  readonly project: JudgedProject;
  readonly item: Item;
}

/** `OPT1`, `table:public.x`, or with `project:` in front; undefined when no project knows the name. */
export function findItem(
  projects: readonly JudgedProject[],
  written: string,
  language: Language,
): FoundItem | undefined {
  const texts = reachTexts[language];
  const found = projects.flatMap((project) => {
    const prefix = `${project.project.name}:`;
    const name =
      written.startsWith(prefix) && prefix !== ":" ? written.slice(prefix.length) : written;
    const resolution = resolveName(name, indexNames(project.graph.items));
    if (resolution.status === "ambiguous")
      throw new UsageError(texts.ambiguous(written, resolution.candidates));
    const item =
      resolution.status === "resolved" ? project.graph.items.get(resolution.target) : undefined;
    return item ? [{ project, item }] : [];
  });
  const names = found.map(({ project, item }) => `${project.project.name}:${itemName(item.id)}`);
  if (found.length > 1) throw new UsageError(texts.ambiguous(written, names));
  return found[0];
}

/** Says that a name is none, and which ones are like it. */
export function refuseName(
  projects: readonly JudgedProject[],
  written: string,
  language: Language,
): never {
  const names = projects.flatMap(({ graph }) => [...graph.items.keys()]);
  const candidates = written.includes(":") ? names : names.map((id: ItemId) => itemName(id));
  const near = suggest(written, candidates);
  throw new UsageError(
    reachTexts[language].unknown(written, near.length > 0 ? near : holding(written, candidates)),
  );
}

/** Names that hold what was written, when none is like it: whoever knows a part of a name. */
const holding = (written: string, names: readonly string[]): readonly string[] =>
  [...new Set(names)]
    .filter((name) => name.toLowerCase().includes(written.toLowerCase()))
    .sort()
    .slice(0, 8);

/** The one name that a command is given. */
export function onlyOperand(args: Arguments, missing: "traceOperands" | "impactOperands"): string {
  const [written = "", ...rest] = args.operands;
  if (written !== "" && rest.length === 0) return written;
  throw new UsageError(reachTexts[languageWithoutSettings(args)][missing]);
}
