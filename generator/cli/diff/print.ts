import { escapeMarkdown } from "#markdown/index.ts";
import type { Language } from "#model/pages/page.ts";
import type { AttributeChange, Effect, SchemaChange } from "#model/schema/change.ts";
import { diffTexts } from "./texts.ts";

/** What is printed of a change; where it was made is for the JSON to say. */
export type ToldChange = Omit<SchemaChange, "location">;

interface Title {
  readonly from: string;
  readonly to: string;
  readonly what: "schema" | "code";
}

const effects = [
  "breaking",
  "unclassified",
  "compatible",
  "spelling",
] as const satisfies readonly Effect[];

/** What is not news of its own is counted at the end. */
const isOwn = (change: ToldChange): boolean => change.with === undefined;

/** What there is of each meaning, the worst first. */
const sectionsOf = (changes: readonly ToldChange[]) =>
  effects.flatMap((effect) => {
    const members = changes.filter((each) => isOwn(each) && each.effect === effect);
    return members.length === 0 ? [] : [{ effect, members }];
  });

/** For a terminal: the worst first, one object a line, its attributes below it. */
export function printPlain(
  changes: readonly ToldChange[],
  { from, to, what }: Title,
  language: Language,
): string {
  const texts = diffTexts(language);
  const sections = sectionsOf(changes).flatMap(({ effect, members }) => [
    `${texts[effect]}:`,
    ...members.flatMap((each) => plainLines(each, language)),
    "",
  ]);
  return [texts[what](from, to), "", ...sections, ...closing(changes, language), ""].join("\n");
}

function plainLines(change: ToldChange, language: Language): readonly string[] {
  const { kind, name, formerName, attributes } = change;
  const former = formerName === undefined ? "" : `${formerName} → `;
  const head = `  ${signs[change.change]} ${kind} ${former}${name} (${diffTexts(language)[change.change]})`;
  return [head, ...attributes.map((each) => `      ${each.name}: ${valuesOf(each, language)}`)];
}

const signs = { added: "+", removed: "-", changed: "~", renamed: "~" } as const;

/** A text that is too long to be shown is only said to differ. */
function valuesOf({ before, after }: AttributeChange, language: Language): string {
  if (before === undefined && after === undefined) return diffTexts(language).differs;
  return `${before ?? "–"} → ${after ?? "–"}`;
}

function closing(changes: readonly ToldChange[], language: Language): readonly string[] {
  const texts = diffTexts(language);
  if (changes.length === 0) return [texts.nothing];
  const own = changes.filter(isOwn);
  const count = (effect: Effect) => own.filter((each) => each.effect === effect).length;
  const inside = changes.length - own.length;
  const spelled = count("spelling");
  return [
    [
      texts.counts(count("breaking"), count("compatible"), count("unclassified")),
      ...(spelled === 0 ? [] : [texts.spelled(spelled)]),
      ...(inside === 0 ? [] : [texts.inside(inside)]),
    ].join(", "),
  ];
}

/** For a pull request or a page: a table for each meaning. */
export function printMarkdown(
  changes: readonly ToldChange[],
  { from, to, what }: Title,
  language: Language,
): string {
  const texts = diffTexts(language);
  const head = [texts.object, texts.kind, texts.change, texts.detail];
  const sections = sectionsOf(changes).flatMap(({ effect, members }) => [
    `## ${texts[effect]}`,
    "",
    row(head),
    row(head.map(() => "---")),
    ...members.map((each) => row(cellsOf(each, language))),
    "",
  ]);
  const title = `# ${escapeMarkdown(texts[what](from, to), "heading")}`;
  return [title, "", ...sections, ...closing(changes, language)].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function cellsOf(change: ToldChange, language: Language): readonly string[] {
  const { kind, name, formerName, attributes } = change;
  const named = formerName === undefined ? name : `${formerName} → ${name}`;
  const values = attributes.map((each) => `${each.name}: ${valuesOf(each, language)}`).join("; ");
  return [named, kind, diffTexts(language)[change.change], values].map((text) =>
    escapeMarkdown(text, "cell"),
  );
}
