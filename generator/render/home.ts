import { type Outcome, outcome } from "#diagnostics/index.ts";
import type { Page } from "#model/page.ts";
import { formatOf } from "./format.ts";
import type { Edition, EvaluatedProject } from "./render.ts";
import type { Template } from "./template/index.ts";

/** The entry page above several projects; a lone unnamed project is its own entry. */
export function renderHome(
  projects: readonly EvaluatedProject[],
  edition: Edition,
  { title, template }: { title: string; template: Template },
): Outcome<readonly Page[]> {
  if (projects.some(({ project }) => project.name === "")) return outcome([]);
  const { language, words, folder } = edition;
  const format = formatOf(language, words);
  const rows = projects.map(({ project, graph, evaluation }) => ({
    project: { text: project.title, href: `${project.name}/README.md` },
    items: format.number(graph.items.size),
    links: format.number(graph.links.length),
    gates: [...evaluation.gates].map(([id, gate]) => ({
      gate: graph.items.get(id)?.title ?? id,
      verdict: gate.verdict,
    })),
    late: format.number(evaluation.late.size),
  }));
  const { value: markdown, diagnostics } = template({ title, rows }, words);
  const page: Page = {
    path: `${folder}README.md`,
    project: "",
    language,
    target: "pages",
    view: "home",
    title,
    markdown,
    origins: [{ file: "rastro.config.yaml" }],
  };
  return outcome([page], diagnostics);
}
