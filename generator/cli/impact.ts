import { type Impact, impactOf } from "#evaluate/reach/impact.ts";
import type { Item, ItemId } from "#model/item.ts";
import { changedItems } from "#model/trace/changed-items.ts";
import { readChanges } from "#sources/git/read-changes.ts";
import type { JudgedProject } from "../generate.ts";
import { type Arguments, type Command, exitCodes } from "./command.ts";
import {
  findItem,
  onlyOperand,
  type OpenedProjects,
  openProjects,
  refuseName,
} from "./reach/open-projects.ts";
import {
  nameOf,
  printSections,
  reachFacts,
  type Told,
  toldIn,
  treeLines,
} from "./reach/print-reach.ts";
import { reachTexts } from "./reach/texts.ts";

/** Says what a change of an item, of a file or of some commits touches. */
export const impact: Command = {
  usage: "rastro impact <id|path|range>",
  examples: [
    "rastro impact OPT1",
    "rastro impact migrations/0003_users.sql",
    "rastro impact main..HEAD --format markdown",
  ],
  summary: {
    "pt-BR": "o que uma mudança toca: de um item, de um arquivo, de a..b no git",
    en: "what a change touches: of an item, of a file, of a..b in git",
  },
  formats: ["markdown"],
  run: async (args) => {
    const written = onlyOperand(args, "impactOperands");
    const opened = await openProjects(args);
    const change = await findChange(opened, written);
    const impacts = change.parts.map(({ project, changed }) => ({
      project,
      impact: impactOf(project.graph, changed),
    }));
    if (args.format === "json") {
      const facts = impacts.map(({ project, impact: each }) => factsOf(project, each));
      console.log(
        JSON.stringify({ change: written, goneFiles: change.gone, projects: facts }, null, 2),
      );
      return exitCodes.clean;
    }
    for (const { project, impact: each } of impacts) {
      printImpact({ project, impact: each, title: written }, opened.language, args);
    }
    const texts = reachTexts[opened.language];
    if (change.gone.length > 0) console.log(`\n${texts.goneFiles(change.gone)}`);
    console.log(`\n${impacts.length === 0 ? texts.nothing : texts.legend}`);
    return exitCodes.clean;
  },
};

/** The items of each project that change, and files that are no more. */
interface Change {
  readonly parts: readonly {
    readonly project: JudgedProject;
    readonly changed: readonly ItemId[];
  }[];
  readonly gone: readonly string[];
}

/** An item wins over a path, a path over a range. */
async function findChange(opened: OpenedProjects, written: string): Promise<Change> {
  const { projects, settings, language } = opened;
  const found = findItem(projects, written, language);
  if (found) return { parts: [{ project: found.project, changed: [found.item.id] }], gone: [] };
  const path = written.replace(/^\.\//, "").replace(/\/+$/, "");
  const inPath = partsOf(projects, ({ file }) => file === path || file.startsWith(`${path}/`));
  if (inPath.length > 0) return { parts: inPath, gone: [] };
  const changes = await readChanges(settings.root, written);
  if (!changes) return refuseName(projects, written, language);
  return {
    parts: projects.flatMap((project) => {
      const changed = changedItems(project.graph.items.values(), changes).map(({ id }) => id);
      return changed.length === 0 ? [] : [{ project, changed }];
    }),
    gone: changes.filter(({ isGone }) => isGone).map(({ file }) => file),
  };
}

const partsOf = (
  projects: readonly JudgedProject[],
  isMeant: (location: Item["location"]) => boolean,
): Change["parts"] =>
  projects.flatMap((project) => {
    const items = [...project.graph.items.values()].filter(({ location }) => isMeant(location));
    return items.length === 0 ? [] : [{ project, changed: items.map(({ id }) => id) }];
  });

function factsOf(judged: JudgedProject, each: Impact) {
  const { project } = judged;
  return {
    project: project.name,
    changed: each.changed,
    dependents: reachFacts(judged, each.dependents),
    served: reachFacts(judged, each.served),
    evidence: each.evidence,
    mentions: reachFacts(judged, each.mentions),
  };
}

interface ShownImpact {
  readonly project: JudgedProject;
  readonly impact: Impact;
  readonly title: string;
}

function printImpact(
  { project, impact: each, title }: ShownImpact,
  language: OpenedProjects["language"],
  args: Arguments,
): void {
  const texts = reachTexts[language];
  const told: Told = { ...project, words: toldIn(language) };
  const names = (ids: readonly ItemId[]) => ids.map((id) => `  ● ${nameOf(told, id)}`);
  const sections = [
    { title: texts.changed, lines: names(each.changed) },
    { title: texts.dependents, lines: treeLines(told, each.dependents) },
    { title: texts.served, lines: treeLines(told, each.served) },
    { title: texts.evidence, lines: names(each.evidence) },
    { title: texts.mentions, lines: treeLines(told, each.mentions) },
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(({ title: part, lines }) => ({ title: `${part} (${String(lines.length)})`, lines }));
  console.log(printSections(texts.impactTitle(title), sections, args));
}
