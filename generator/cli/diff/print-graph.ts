import { escapeMarkdown } from "#markdown/index.ts";
import type { Graph } from "#model/graph.ts";
import type { Language } from "#model/pages/page.ts";
import {
  type ChangedLink,
  type FieldChange,
  type GraphChange,
  type GraphChangeKind,
  graphChangeKinds,
} from "#model/trace/graph-change.ts";
import { roleWord, type Words } from "#render/index.ts";
import { nameOf, toldIn } from "../reach/print-reach.ts";
import { diffTexts } from "./texts.ts";
import { cutTexts } from "./cut-texts.ts";

/** Changes of one project; its name is empty for the one unnamed project. */
export interface ProjectChanges {
  readonly project: string;
  readonly changes: readonly GraphChange[];
  /** The graphs that its items are named from. */
  readonly graphs: { readonly before: Graph; readonly after: Graph };
}

/** How lines look on a terminal, and as Markdown for a comment. */
interface Form {
  readonly heading: (depth: number, text: string) => readonly string[];
  readonly item: (text: string) => string;
  readonly detail: (text: string) => string;
  /** A link that is there now, or is gone. */
  readonly link: (sign: "+" | "−", text: string) => string;
  /** What a text said, and what it says. */
  readonly change: (before: string | undefined, after: string | undefined) => readonly string[];
}

const terminal: Form = {
  heading: (_, text) => [text],
  item: (text) => `  ${text}`,
  detail: (text) => `    ${text}`,
  link: (sign, text) => `    ${sign} ${text}`,
  change: (before, after) => [
    ...(before === undefined ? [] : [`      − ${before}`]),
    ...(after === undefined ? [] : [`      + ${after}`]),
  ],
};

const escaped = (text: string): string => escapeMarkdown(text, "text");

const markdown: Form = {
  heading: (depth, text) => [`${"#".repeat(depth)} ${escapeMarkdown(text, "heading")}`, ""],
  item: (text) => `- ${escaped(text)}`,
  detail: (text) => `  - ${escaped(text)}`,
  link: (sign, text) => `  - **${sign}** ${escaped(text)}`,
  change: (before, after) => [
    ...(before === undefined ? [] : [`    - ~~${escaped(before)}~~`]),
    ...(after === undefined ? [] : [`    - ${escaped(after)}`]),
  ],
};

/** What became of the items of every project, gathered by what happened; each with what it said and says. */
export function printGraphChanges(
  projects: readonly ProjectChanges[],
  title: string,
  { language, isPage }: { readonly language: Language; readonly isPage: boolean },
): string {
  const form = isPage ? markdown : terminal;
  const words = toldIn(language);
  const changed = projects.filter(({ changes }) => changes.length > 0);
  const parts = changed.flatMap((each) => {
    const isNamed = each.project !== "";
    const head = isNamed ? ["", ...form.heading(2, each.project)] : [];
    return [...head, ...kindLines(each, { form, words, language, depth: isNamed ? 3 : 2 })];
  });
  const head = form.heading(1, graphTexts[language].title(title)).filter((line) => line !== "");
  return [...head, ...(parts.length === 0 ? ["", diffTexts(language).nothing] : parts)].join("\n");
}

interface Printing {
  readonly form: Form;
  readonly words: Words;
  readonly language: Language;
  readonly depth: number;
}

/** The number of each kind of change, then its items. */
function kindLines(project: ProjectChanges, printing: Printing): readonly string[] {
  const { form, language, depth } = printing;
  const byKind = graphChangeKinds.flatMap((kind) => {
    const members = project.changes.filter(({ change }) => change === kind);
    return members.length === 0 ? [] : [{ head: graphTexts[language][kind], members }];
  });
  const counts = byKind.map(({ head, members }) => `${head}: ${members.length}`).join(" · ");
  return [
    "",
    counts,
    ...byKind.flatMap(({ head, members }) => [
      "",
      ...form.heading(depth, `${head} (${members.length})`),
      ...members.flatMap((each) => changeLines(each, project, printing)),
    ]),
  ];
}

function changeLines(
  change: GraphChange,
  { graphs }: ProjectChanges,
  { form, words, language }: Printing,
): readonly string[] {
  const graph = change.change === "removed" ? graphs.before : graphs.after;
  const name = nameOf({ graph, words }, change.item);
  const detail = detailOf(change, words, language);
  return [
    form.item(detail === "" ? name : `${name}: ${detail}`),
    ...(change.fields ?? []).flatMap((field) => fieldLines(field, form)),
    ...(change.linked ?? []).map((link) => form.link("+", linkText(link, words))),
    ...(change.unlinked ?? []).map((link) => form.link("−", linkText(link, words))),
  ];
}

const linkText = ({ role, to }: ChangedLink, words: Words): string =>
  `${roleWord(words, role)} ${to}`;

/** What stands behind the name of an item. */
function detailOf(
  { change, before, after }: GraphChange,
  words: Words,
  language: Language,
): string {
  const state = (name = "") => (name === "" ? "—" : words(`matrices.coverage-${name}`));
  if (change === "moved") return graphTexts[language].from(before ?? "");
  return change === "coverage" ? `${state(before)} → ${state(after)}` : "";
}

/** A short value beside its name, a text below it. */
function fieldLines({ name, before, after }: FieldChange, form: Form): readonly string[] {
  const [was, is] = cutTexts(valueText(before), valueText(after));
  const isShort = (was?.length ?? 0) + (is?.length ?? 0) <= 40;
  return isShort
    ? [form.detail(`${name}: ${was ?? "—"} → ${is ?? "—"}`)]
    : [form.detail(name), ...form.change(was, is)];
}

const valueText = (value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.every((each) => typeof each !== "object");
  const text = isList
    ? value.join(", ")
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
  return text.replace(/\s+/g, " ").trim();
};

const graphTexts: Readonly<
  Record<
    Language,
    Readonly<Record<GraphChangeKind, string>> &
      Readonly<Record<"title" | "from", (name: string) => string>>
  >
> = {
  "pt-BR": {
    title: (versions) => `Grafo: ${versions}`,
    from: (before) => `antes ${before}`,
    added: "Criados",
    removed: "Removidos",
    normative: "Mudança normativa",
    informative: "Mudança informativa",
    moved: "Mudaram de nome ou de arquivo",
    relinked: "Vínculos mudados",
    coverage: "Cobertura mudada",
  },
  en: {
    title: (versions) => `Graph: ${versions}`,
    from: (before) => `formerly ${before}`,
    added: "Added",
    removed: "Removed",
    normative: "Normative change",
    informative: "Informative change",
    moved: "Renamed or moved to another file",
    relinked: "Links changed",
    coverage: "Coverage changed",
  },
};
