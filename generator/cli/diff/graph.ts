import { compareGraphs } from "#graph/index.ts";
import { escapeMarkdown } from "#markdown/index.ts";
import { itemName } from "#model/item.ts";
import type { Language } from "#model/pages/page.ts";
import { type GraphChange, graphChangeKinds } from "#model/trace/graph-change.ts";
import { type Arguments, exitCodes, type ExitCode, UsageError } from "../command.ts";
import { contextOf } from "./context.ts";
import { readGraphs } from "./read-graphs.ts";
import { diffTexts } from "./texts.ts";

/** Changes of one project; its name is empty for the one unnamed project. */
interface ProjectChanges {
  readonly project: string;
  readonly changes: readonly GraphChange[];
}

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
    (project): ProjectChanges => ({
      project,
      changes: compareGraphs(
        from.projects.get(project) ?? empty,
        to.projects.get(project) ?? empty,
      ),
    }),
  );
  if (args.format === "json")
    console.log(JSON.stringify({ from: before, to: after, projects }, null, 2));
  else console.log(print({ projects, title: `${before} → ${after}` }, args, language));
  return exitCodes.clean;
}

function print(
  { projects, title }: { readonly projects: readonly ProjectChanges[]; readonly title: string },
  { format }: Arguments,
  language: Language,
): string {
  const texts = graphTexts[language];
  const isPage = format === "markdown";
  const mark = (text: string): string => (isPage ? escapeMarkdown(text, "text") : text);
  const lines = projects
    .filter(({ changes }) => changes.length > 0)
    .flatMap(({ project, changes }) => [
      ...(project === "" ? [] : ["", `${isPage ? "## " : ""}${mark(project)}`]),
      ...graphChangeKinds.flatMap((kind) => {
        const members = changes.filter(({ change }) => change === kind);
        if (members.length === 0) return [];
        const head = `${isPage ? "### " : ""}${texts[kind]} (${members.length})`;
        const gap = isPage ? [""] : [];
        const bullet = isPage ? "- " : "  ";
        return ["", head, ...gap, ...members.map((each) => bullet + mark(lineOf(each, language)))];
      }),
    ]);
  const head = `${isPage ? "# " : ""}${mark(texts.title(title))}`;
  return [head, ...(lines.length === 0 ? ["", diffTexts(language).nothing] : lines)].join("\n");
}

function lineOf(change: GraphChange, language: Language): string {
  const { item, title, location } = change;
  const name = itemName(item);
  const place = location.line === undefined ? location.file : `${location.file}:${location.line}`;
  const head = `${title.startsWith(name) ? title : `${name}: ${title}`} (${place})`;
  const detail = detailOf(change, language);
  return detail === "" ? head : `${head}: ${detail}`;
}

function detailOf(
  { change, fields, before, after, linked, unlinked }: GraphChange,
  language: Language,
): string {
  if (change === "normative") return (fields ?? []).join(", ");
  if (change === "moved") return graphTexts[language].from(before ?? "");
  if (change === "coverage") return `${before || "—"} → ${after || "—"}`;
  return [
    ...(linked ?? []).map((link) => `+ ${link}`),
    ...(unlinked ?? []).map((link) => `− ${link}`),
  ].join(", ");
}

const graphTexts = {
  "pt-BR": {
    title: (versions: string) => `Grafo: ${versions}`,
    from: (before: string) => `antes ${before}`,
    added: "Criados",
    removed: "Removidos",
    normative: "Mudança normativa",
    informative: "Mudança informativa",
    moved: "Mudaram de nome ou de arquivo",
    relinked: "Vínculos mudados",
    coverage: "Cobertura mudada",
  },
  en: {
    title: (versions: string) => `Graph: ${versions}`,
    from: (before: string) => `formerly ${before}`,
    added: "Added",
    removed: "Removed",
    normative: "Normative change",
    informative: "Informative change",
    moved: "Renamed or moved to another file",
    relinked: "Links changed",
    coverage: "Coverage changed",
  },
} as const;
