import { type ProseTarget, writeProse } from "#markdown/index.ts";
import type { Evaluation } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type ItemId, itemName } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { type NameIndex, resolveName } from "#model/names.ts";
import type { Language } from "#model/pages/page.ts";
import type { ProjectSettings } from "#model/settings.ts";
import { formatOf } from "./format.ts";
import { itemHref, relativeHref, type Route } from "./routes.ts";
import type { LinkText, PageContext, PageSummary, Words } from "./view.ts";

/** What the pages of one project share, in one language. */
export interface ProjectContext {
  readonly graph: Graph;
  readonly evaluation: Evaluation;
  readonly project: ProjectSettings;
  readonly language: Language;
  readonly words: Words;
  readonly names: NameIndex;
  readonly routes: ReadonlyMap<ItemId, Route>;
  readonly pages: readonly PageSummary[];
  readonly projects: readonly Pick<ProjectSettings, "name" | "title">[];
}

/** Joins what a page may ask of the graph with the place where the page lies. */
export function pageContext(shared: ProjectContext, path: string): PageContext {
  const { graph, evaluation, project, language, words, routes, pages } = shared;
  const link = (id: ItemId, text?: string): LinkText => {
    const shown = text ?? graph.items.get(id)?.title ?? itemName(id);
    const route = routes.get(id);
    return route ? { text: shown, href: itemHref(path, route) } : { text: shown };
  };
  const linkName = (name: string, text?: string): LinkText => {
    const resolution = resolveName(name, shared.names);
    return resolution.status === "resolved"
      ? link(resolution.target, text)
      : { text: text ?? name };
  };
  const linkPage = (to: string, text: string, anchor?: string): LinkText => ({
    text,
    href: relativeHref(path, { path: to, ...(anchor !== undefined && { anchor }) }),
  });
  const target = (written: ProseTarget) => followProse(written, path, shared);
  return {
    graph,
    evaluation,
    project,
    language,
    words,
    pages,
    projects: namedBeside(shared).map(({ name, title }) => linkPage(`${name}/README.md`, title)),
    link,
    linkName,
    linkPage,
    prose: (prose, depth = 2) => ({
      block: prose === undefined ? "" : writeProse(prose, { link: target, depth }),
    }),
    proseLine: (prose) => ({
      line: prose ? writeProse(prose, { link: target, depth: 2, inline: true }).trim() : "",
    }),
    place: formatPlace,
    format: formatOf(language, words),
  };
}

/** The unnamed project is the entry of the others. */
const namedBeside = ({ project, projects }: ProjectContext): ProjectContext["projects"] =>
  project.name === "" ? projects.filter(({ name }) => name !== "") : [];

/** Where a link in somebody's text leads; nowhere when its name is not that of one item. */
function followProse(
  { kind, to }: ProseTarget,
  path: string,
  { names, routes, graph }: ProjectContext,
): Partial<LinkText> | undefined {
  const resolution = resolveName(to, names);
  if (resolution.status !== "resolved")
    return kind === "link" ? toFolder(to, path, graph) : undefined;
  const { target, anchor } = resolution;
  const words = kind === "name" ? { text: wordsFor(target, graph) } : {};
  const route = routes.get(target);
  if (!route) return words;
  const fragment = anchor ?? route.anchor;
  const full = { path: route.path, ...(fragment !== undefined && { anchor: fragment }) };
  return { ...words, href: relativeHref(path, full) };
}

/** A folder that no page stands for is listed, with its pages, in the contents. */
function toFolder(to: string, path: string, graph: Graph): Partial<LinkText> | undefined {
  const folder = /^(?:page:(?:(.*)\/)?README|asset:(.*))$/s.exec(to);
  if (!folder) return undefined;
  const name = folder[1] ?? folder[2];
  const prefix = name === undefined ? "page:" : `page:${name}/`;
  const hasPages = itemsOf(graph, "page").some(({ id }) => id.startsWith(prefix));
  return hasPages ? { href: relativeHref(path, { path: "pages.md" }) } : undefined;
}

/** People write `[[OPT1]]` to read OPT1; only a page is known by its title. */
const wordsFor = (id: ItemId, graph: Graph): string =>
  (id.startsWith("page:") ? graph.items.get(id)?.title : undefined) ?? itemName(id);

const formatPlace = ({ file, line }: Location): string =>
  line === undefined ? file : `${file}:${String(line)}`;
