import { loadSettings } from "#config/index.ts";
import { buildGraph, type GraphMoment } from "#graph/index.ts";
import type { Graph } from "#model/graph.ts";
import { judgedState } from "#model/trace/judged-state.ts";
import type { Language } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import { commitDate, extractFiles, findCommit } from "#sources/git/objects/extract-files.ts";
import { join, relative, resolve } from "node:path";
import { judge } from "../../generate.ts";
import { type Arguments, UsageError } from "../command.ts";
import { diffTexts } from "./texts.ts";

/** All projects of one version. */
export interface GraphVersion {
  readonly projects: ReadonlyMap<string, GraphMoment>;
  readonly empty: Graph;
}

interface Surroundings {
  readonly settings: Settings;
  readonly args: Arguments;
  readonly language: Language;
}

/**
 * The graphs of a revision, by the settings that it has itself. Its history is left out: every
 * commit would be an item that is new.
 */
export async function readGraphs(
  revision: string,
  { settings: { root, asOf }, args, language }: Surroundings,
): Promise<GraphVersion> {
  const texts = diffTexts(language);
  const commit = await findCommit(root, revision.replace(/^rev:/, ""));
  if (commit === undefined) throw new UsageError(texts.unknownRevision(revision));
  const files = await extractFiles(root, commit, (path) => !/(?:^|\/)node_modules\//.test(path));
  if (files === undefined) throw new UsageError(texts.unknownRevision(revision));
  try {
    const config = join(files.folder, relative(root, resolve(args.config)));
    // What is waived or late is so on a day; without its history a version does not know its own.
    const day = args.asOf ?? asOf ?? (await commitDate(root, commit));
    const { value: settings } = loadSettings(config, { asOf: day });
    if (!settings) throw new UsageError(texts.unreadableSettings(`${revision}:${args.config}`));
    const { projects } = (await judge(withoutHistory(settings))).value;
    const moments = projects.map(({ project, graph, evaluation }) => {
      const states = [...evaluation.trace.items].flatMap(([id, each]) => {
        const state = judgedState(each);
        return state === undefined ? [] : [[id, state] as const];
      });
      return [project.name, { graph, coverage: new Map(states) }] as const;
    });
    return { projects: new Map(moments), empty: buildGraph([]).value };
  } finally {
    files.dispose();
  }
}

const withoutHistory = (settings: Settings): Settings => ({
  ...settings,
  projects: settings.projects.map((project) => ({
    ...project,
    sources: { ...project.sources, git: [] },
  })),
});
