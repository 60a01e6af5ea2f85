import type { EvaluatedProject } from "../render.ts";

/** `graph.json`: every item and link of every project, one a line, so that versions compare well. */
export function graphFile(projects: readonly EvaluatedProject[]): string {
  const blocks = projects.map(({ project, graph, evaluation }) => {
    const head = { project: project.name, asOf: evaluation.asOf ?? null };
    return [
      `${JSON.stringify(head).slice(0, -1)},"items":[`,
      [...graph.items.values()].map((item) => JSON.stringify(item)).join(",\n"),
      `],"links":[`,
      graph.links.map((link) => JSON.stringify(link)).join(",\n"),
      `],"tallies":[`,
      graph.tallies.map((tally) => JSON.stringify(tally)).join(",\n"),
      "]}",
    ].join("\n");
  });
  return `{"projects":[\n${blocks.join(",\n")}\n]}\n`;
}
