import { loadTemplates } from "#config/index.ts";
import { evaluate } from "#evaluate/index.ts";
import { buildGraph } from "#graph/index.ts";
import type { Fact } from "#model/fact.ts";
import type { Language } from "#model/pages/page.ts";
import { type ProjectSettings, sourceNames } from "#model/settings.ts";
import { renderSite } from "#render/index.ts";

/** A project whose settings name nothing but, perhaps, `named`. */
const projectOf = (named: Partial<ProjectSettings["sources"]>): ProjectSettings => ({
  name: "",
  title: "Projeto",
  sources: {
    ...(Object.fromEntries(
      sourceNames.map((name) => [name, []]),
    ) as unknown as ProjectSettings["sources"]),
    ...named,
  },
});

/** What a run is asked for, beside facts. */
interface Asked {
  readonly language?: Language;
  readonly asOf?: string | undefined;
  /** Entries that the settings name. */
  readonly sources?: Partial<ProjectSettings["sources"]>;
}

interface Made {
  readonly pages: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
}

/** The pages that the real views and templates make of `facts`, by path, and what was said on the way. */
export const pagesOf = (
  facts: readonly Fact[],
  language: Language = "pt-BR",
  asOf?: string,
): Made => renderPages(facts, { language, asOf });

/** The same, for a project whose settings name sources. */
export function renderPages(
  facts: readonly Fact[],
  { language = "pt-BR", asOf, sources = {} }: Asked,
): Made {
  const { templates, words } = loadTemplates();
  const graph = buildGraph(facts);
  const evaluation = evaluate(graph.value, asOf === undefined ? {} : { asOf });
  const projects = [
    { project: projectOf(sources), graph: graph.value, evaluation: evaluation.value },
  ];
  const site = renderSite({ title: "Projeto", languages: [language], projects, templates, words });
  const diagnostics = [...graph.diagnostics, ...evaluation.diagnostics, ...site.diagnostics];
  return {
    pages: Object.fromEntries(site.value.map(({ path, markdown }) => [path, markdown])),
    codes: diagnostics
      .filter(isOfPages)
      .map(({ code, severity, args }) => `${severity} ${code} ${JSON.stringify(args)}`),
  };
}

/** How good a document is, is asked elsewhere. */
const isOfPages = ({ code }: { readonly code: string }): boolean =>
  !code.startsWith("evaluate/api-");
