import { escapeMarkdown } from "#markdown/index.ts";
import { type ApiChange, apiEffects } from "#model/api/change.ts";

export interface ApiTitle {
  readonly from: string;
  readonly to: string;
}

/** A word of `api-changes`, its holes filled. */
export type ApiWords = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/** The words that pages use too, in one language. */
export const apiWords =
  (dictionary: Readonly<Record<string, string>>): ApiWords =>
  (key, args = {}) =>
    (dictionary[`api-changes.${key}`] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) =>
      Object.hasOwn(args, name) ? String(args[name]) : hole,
    );

/** What there is of each meaning, the worst first, by what changed. */
const sectionsOf = (changes: readonly ApiChange[]) =>
  apiEffects.flatMap((effect) => {
    const members = changes.filter((each) => each.effect === effect);
    const subjects = [...Map.groupBy(members, subjectOf).values()];
    return members.length === 0 ? [] : [{ effect, subjects }];
  });

const subjectOf = ({ document, operation, schema }: ApiChange): string =>
  JSON.stringify([document, operation, schema]);

/** For a terminal: the worst first, an operation or a schema a line, what changed in it below. */
export function printApiPlain(
  changes: readonly ApiChange[],
  title: ApiTitle,
  words: ApiWords,
): string {
  const sections = sectionsOf(changes).flatMap(({ effect, subjects }) => [
    `${words(effect)}:`,
    ...subjects.flatMap((members) => subjectLines(members, words)),
    "",
  ]);
  return [words("title", { ...title }), "", ...sections, closing(changes, words), ""].join("\n");
}

function subjectLines(members: readonly ApiChange[], words: ApiWords): readonly string[] {
  const [first, ...more] = members;
  const subject = `  ${subjectText(first, words)}`;
  if (first?.at === "" && more.length === 0) return [`${subject}: ${lineOf(first, words)}`];
  return [subject, ...members.map((each) => `      ${lineOf(each, words)}`)];
}

function subjectText(change: ApiChange | undefined, words: ApiWords): string {
  const document = change?.document === undefined ? "" : `${change.document}: `;
  if (change?.operation !== undefined) return `${document}${change.operation}`;
  if (change?.schema !== undefined) {
    return `${document}${words("schema", { name: change.schema })}${reachOf(change, words)}`;
  }
  return `${document}${words("document")}`;
}

/** How far a change of a schema is felt. */
function reachOf({ direction, affects }: ApiChange, words: ApiWords): string {
  if (direction === undefined || affects === undefined) return "";
  const reach = words("operations", { n: affects.length });
  return ` (${words(`direction-${direction}`)}, ${reach})`;
}

function lineOf(change: ApiChange, words: ApiWords): string {
  const { at, location } = change;
  const place = at === "" ? "" : `${at}: `;
  const values = valuesOf(change);
  const line = location?.line === undefined ? "" : `  ${location.file}:${String(location.line)}`;
  return `${place}${words(`rule-${change.rule}`)}${values === "" ? "" : `: ${values}`}${line}`;
}

function valuesOf({ before, after }: ApiChange): string {
  if (before === undefined || after === undefined) return before ?? after ?? "";
  return `${before} → ${after}`;
}

function closing(changes: readonly ApiChange[], words: ApiWords): string {
  if (changes.length === 0) return words("nothing");
  const count = (effect: ApiChange["effect"]) =>
    changes.filter((each) => each.effect === effect).length;
  return words("counts", {
    breaking: count("breaking"),
    compatible: count("compatible"),
    unclassified: count("unclassified"),
  });
}

/** For a pull request or a page: a table for each meaning. */
export function printApiMarkdown(
  changes: readonly ApiChange[],
  title: ApiTitle,
  words: ApiWords,
): string {
  const head = ["subject", "place", "change", "values"].map((key) => words(key));
  const sections = sectionsOf(changes).flatMap(({ effect, subjects }) => [
    `## ${words(effect)}`,
    "",
    row(head),
    row(head.map(() => "---")),
    ...subjects.flat().map((each) => row(cellsOf(each, words))),
    "",
  ]);
  const heading = `# ${escapeMarkdown(words("title", { ...title }), "heading")}`;
  return [heading, "", ...sections, closing(changes, words)].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const cellsOf = (change: ApiChange, words: ApiWords): readonly string[] =>
  [subjectText(change, words), change.at, words(`rule-${change.rule}`), valuesOf(change)].map(
    (text) => escapeMarkdown(text, "cell"),
  );
