import { type Diagnostic, joinOutcomes, outcome, type Outcome } from "#diagnostics/index.ts";
import { type History, itemsOf } from "#model/graph.ts";
import type { Language } from "#model/pages/page.ts";
import { formatOf } from "../format.ts";
import { compileTemplate, type TemplateSource } from "../template/index.ts";
import { forgeLinks } from "../views/changelog/forge-links.ts";
import { findGroups, groupByRelease, predecessors } from "../views/changelog/history.ts";
import { wordsOf } from "../words.ts";
import { sectionData } from "./section-data.ts";

/** Which releases are told, and how. */
export interface NotesRequest {
  readonly language: Language;
  /** A tag, `latest` or `unreleased`; everything when undefined. */
  readonly wanted: string | undefined;
  /** Every commit, not only those that users of a release notice. */
  readonly all: boolean;
}

/** The template of a committed changelog's sections, which notes are made with too. */
export const sectionTemplate = "changelog-section";

/** What notes are made with: the template as text, and the words of the language. */
export interface NotesMaking {
  readonly template: TemplateSource;
  readonly words: Readonly<Record<string, string>>;
}

/**
 * The releases of a history as Markdown, newest first, without a page or a file; nothing when there
 * is no such release.
 */
export function renderNotes(
  history: History,
  { language, wanted, all }: NotesRequest,
  { template, words: dictionary }: NotesMaking,
): Outcome<string | undefined> {
  const said: Diagnostic[] = [];
  const words = wordsOf(language, dictionary, (each) => said.push(each));
  const { value: tell, diagnostics: broken } = compileTemplate(template);
  if (tell === undefined) return outcome(undefined, broken);
  const groups = groupByRelease(history);
  const told = findGroups(groups, wanted);
  if (told === undefined) return outcome(undefined);
  const before = predecessors(groups);
  const [repository] = itemsOf(history, "repository");
  const links = forgeLinks(repository?.attributes.forge);
  const layout = "conventional" as const;
  const telling = { layout, links, words, format: formatOf(language, words), all };
  const { value: sections, diagnostics } = joinOutcomes(
    told.map((group) => {
      const made = tell(sectionData(group, before.get(group), telling), words);
      return outcome([made.value.trim()], made.diagnostics);
    }),
  );
  const title = wanted === undefined ? [`# ${words("changelog.title")}`] : [];
  return outcome([...title, ...sections].join("\n\n"), [...said, ...diagnostics]);
}
