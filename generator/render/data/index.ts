import type { Finding } from "#diagnostics/index.ts";
import type { OutputFile } from "#model/page.ts";
import type { EvaluatedProject } from "../render.ts";
import { graphFile } from "./graph-file.ts";
import { metricsFile } from "./metrics-file.ts";

/** The files of `out/data/` for programs: the graph, the findings and the metrics. */
export function renderData(
  projects: readonly EvaluatedProject[],
  findings: readonly Finding[],
): readonly OutputFile[] {
  const file = (name: string, content: string): OutputFile => ({
    path: `data/${name}`,
    target: "data",
    content,
  });
  return [
    file("graph.json", graphFile(projects)),
    file("findings.json", `${JSON.stringify({ findings }, null, 2)}\n`),
    file("metrics.prom", metricsFile(projects, findings)),
  ];
}
