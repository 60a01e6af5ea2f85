import { diagnose, joinOutcomes, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Graph } from "#model/graph.ts";
import { itemsOf } from "#model/graph.ts";
import type { Repository } from "#model/history.ts";
import type { CommittedFile } from "#model/pages/region.ts";
import type { CommittedChangelog } from "#model/settings.ts";
import { formatOf } from "../format.ts";
import type { EvaluatedProject, TemplateLibrary } from "../render.ts";
import type { Template } from "../template/index.ts";
import type { Words } from "../view.ts";
import { forgeLinks } from "../views/changelog/forge-links.ts";
import { groupByRelease, predecessors, type ReleaseGroup } from "../views/changelog/history.ts";
import { layoutOf, mergeChangelog, type ReleaseSection } from "./merge-changelog.ts";
import { sectionTemplate } from "./release-notes.ts";
import { sectionData, type Telling } from "./section-data.ts";

/** What the committed changelogs are made with. */
export interface ChangelogMaking {
  readonly templates: TemplateLibrary;
  readonly wordsIn: (language: CommittedChangelog["language"]) => Words;
  /** What a committed file holds now; nothing when it is not there. */
  readonly read: (file: string) => Outcome<string | undefined>;
}

/** The committed changelogs of all projects that have one, as they should be. */
export const renderChangelogFiles = (
  projects: readonly EvaluatedProject[],
  making: ChangelogMaking,
): Outcome<readonly CommittedFile[]> =>
  joinOutcomes(
    projects.map(({ project, graph }) =>
      project.changelog === undefined
        ? outcome([])
        : renderChangelogFile(project.changelog, graph, making),
    ),
  );

/** Without a history, or with only its newest part, nobody can say what the file should hold. */
function renderChangelogFile(
  { file, language }: CommittedChangelog,
  graph: Graph,
  { templates, wordsIn, read }: ChangelogMaking,
): Outcome<readonly CommittedFile[]> {
  const [repository] = itemsOf(graph, "repository");
  if (repository === undefined || repository.attributes.shallow) return outcome([]);
  const template = templates.get(sectionTemplate);
  if (!template) {
    return outcome([], [diagnose("render/missing-template", { template: sectionTemplate })]);
  }
  const { value: before, diagnostics } = read(file);
  if (diagnostics.length > 0) return outcome([], diagnostics);
  const words = wordsIn(language);
  const existing = before ?? `# ${words("changelog.title")}\n`;
  const links = forgeLinks(repository.attributes.forge);
  const telling = {
    layout: layoutOf(existing),
    links,
    words,
    format: formatOf(language, words),
    all: false,
  };
  const made = sectionsOf(graph, repository.attributes, { template, telling });
  const merged = mergeChangelog(existing, made.value, file);
  return outcome(
    [compareTexts(file, before, merged.value)],
    [...made.diagnostics, ...merged.diagnostics],
  );
}

/** The whole file is one region: what differs in it is shown line by line. */
function compareTexts(file: string, before: string | undefined, after: string): CommittedFile {
  const region = {
    name: "changelog",
    line: 1,
    before: before?.split("\n") ?? [],
    after: after.split("\n"),
  };
  const changed = before === after ? [] : [region];
  return { file, ...(before !== undefined && { before }), after, changed };
}

function sectionsOf(
  graph: Graph,
  { newest }: Repository,
  { template, telling }: { readonly template: Template; readonly telling: Telling },
): Outcome<readonly ReleaseSection[]> {
  const groups = groupByRelease(graph);
  const before = predecessors(groups);
  return joinOutcomes(
    groups
      .filter((group) => isSettled(group, newest))
      .map((group) => {
        const data = sectionData(group, before.get(group), telling);
        const { value, diagnostics } = template(data, telling.words);
        return outcome([toSection(group, value)], diagnostics);
      }),
  );
}

/** A tag of the newest commit cannot be in a file of that commit: it waits for the next one. */
const isSettled = ({ release }: ReleaseGroup, newest: string): boolean =>
  release !== undefined && !release.attributes.commit.startsWith(newest);

const toSection = ({ release }: ReleaseGroup, markdown: string): ReleaseSection => ({
  tag: release?.attributes.tag ?? "",
  ...(release?.attributes.version !== undefined && { version: release.attributes.version }),
  markdown,
});
