import type { EvaluatedProject } from "../render.ts";
import { inBlocks } from "./in-blocks.ts";

/** `graph.json`: every item and link of every project, one a line, so that versions compare well. */
export function graphFile(projects: readonly EvaluatedProject[]): readonly string[] {
  return inBlocks(graphLines(projects));
}

function* graphLines(projects: readonly EvaluatedProject[]): Iterable<string> {
  yield `{"projects":[`;
  for (const [at, { project, graph, evaluation }] of projects.entries()) {
    const head = { project: project.name, asOf: evaluation.asOf ?? null };
    yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
    yield* jsonLines([...graph.items.values()]);
    yield `],"links":[`;
    yield* jsonLines(graph.links);
    yield `],"tallies":[`;
    yield* jsonLines(graph.tallies);
    yield at < projects.length - 1 ? "]}," : "]}";
  }
  yield "]}";
}

function* jsonLines(values: readonly object[]): Iterable<string> {
  for (const [at, value] of values.entries()) {
    yield JSON.stringify(value) + (at < values.length - 1 ? "," : "");
  }
}
