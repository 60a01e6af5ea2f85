import type { Finding } from "#diagnostics/index.ts";
import { itemsOf } from "#model/graph.ts";
import type { OutputFile } from "#model/pages/page.ts";
import type { EvaluatedProject } from "../render.ts";
import { changelogFacts } from "./changelog-facts.ts";
import { graphFile } from "./graph-file.ts";
import { matrixFiles } from "../matrices/matrix-files.ts";
import { matrixToCsv } from "./matrix-csv.ts";
import { metricsFile } from "./metrics-file.ts";

/** The files of `out/data/` for programs: the graph, the findings and the metrics. */
export function renderData(
  projects: readonly EvaluatedProject[],
  findings: readonly Finding[],
): readonly OutputFile[] {
  const file = (name: string, content: OutputFile["content"]): OutputFile => ({
    path: `data/${name}`,
    target: "data",
    content,
  });
  const matrices = projects.flatMap(({ project, evaluation }): readonly OutputFile[] => {
    if (evaluation.matrix.length === 0) return [];
    const name = `${project.name === "" ? "" : `${project.name}/`}work-items`;
    return [
      file(`matrices/${name}.csv`, matrixToCsv(evaluation.matrix)),
      file(`matrices/${name}.json`, `${JSON.stringify(evaluation.matrix, null, 2)}\n`),
    ];
  });
  return [
    ...matrices,
    ...projects.flatMap(matrixFiles),
    ...projects.flatMap(({ project: { name }, graph }) => {
      if (itemsOf(graph, "repository").length === 0) return [];
      const path = name === "" ? "changelog.json" : `changelog/${name}.json`;
      return [file(path, `${JSON.stringify(changelogFacts(graph))}\n`)];
    }),
    file("graph.json", graphFile(projects)),
    file("findings.json", `${JSON.stringify({ findings }, null, 2)}\n`),
    file("metrics.prom", metricsFile(projects, findings)),
  ];
}
