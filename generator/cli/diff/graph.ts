import { compareGraphs } from "#graph/index.ts";
import { type Arguments, exitCodes, type ExitCode, UsageError } from "../command.ts";
import { contextOf } from "./context.ts";
import { printGraphChanges, type ProjectChanges } from "./print-graph.ts";
import { readGraphs } from "./read-graphs.ts";
import { diffTexts } from "./texts.ts";

/** Prints what became of items and links from one revision of git to the other. */
export async function diffGraph(before: string, after: string, args: Arguments): Promise<ExitCode> {
  const { language, settings } = contextOf(args);
  if (!settings) throw new UsageError(diffTexts(language).unreadableSettings(args.config));
  const [from, to] = [
    await readGraphs(before, { settings, args, language }),
    await readGraphs(after, { settings, args, language }),
  ];
  const empty = { graph: to.empty, coverage: new Map() };
  const projects = [...new Set([...from.projects.keys(), ...to.projects.keys()])].map(
    (project): ProjectChanges => {
      const former = from.projects.get(project) ?? empty;
      const now = to.projects.get(project) ?? empty;
      const graphs = { before: former.graph, after: now.graph };
      return { project, changes: compareGraphs(former, now), graphs };
    },
  );
  if (args.format === "json") {
    const told = projects.map(({ project, changes }) => ({ project, changes }));
    console.log(JSON.stringify({ from: before, to: after, projects: told }, null, 2));
    return exitCodes.clean;
  }
  const isPage = args.format === "markdown";
  console.log(printGraphChanges(projects, `${before} → ${after}`, { language, isPage }));
  return exitCodes.clean;
}
