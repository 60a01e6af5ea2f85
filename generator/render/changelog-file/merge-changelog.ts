import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";

/** The section of one release, made anew. */
export interface ReleaseSection {
  readonly tag: string;
  /** Absent when the tag is no version. */
  readonly version?: string;
  readonly markdown: string;
}

/** How the releases of a changelog look: as Keep a Changelog has them, or the conventions. */
export type Layout = "kept" | "conventional";

const keptMarks =
  /keepachangelog\.com|^### (?:Added|Changed|Fixed|Removed|Adicionado|Modificado|Corrigido|Removido)\b/m;

/** The layout of what people wrote; the conventional one where they wrote nothing. */
export const layoutOf = (text: string): Layout =>
  keptMarks.test(outsideOfRegion(text)) ? "kept" : "conventional";

const name = "changelog";
const begin = `<!-- rastro:begin ${name} -->`;
const end = "<!-- rastro:end -->";

/** What rastro wrote itself says nothing about the taste of people. */
const outsideOfRegion = (text: string): string =>
  (text.split(begin, 1)[0] ?? "") + (text.includes(end) ? text.slice(text.lastIndexOf(end)) : "");

/**
 * The text with the sections that rastro makes between its two marks. Prose above them, and every
 * section that somebody wrote outside of them, stay as they are to the byte; a release that has
 * such a section gets no second one, and none that is older than what stands below. Without marks
 * they are put above the first release.
 */
export function mergeChangelog(
  existing: string,
  sections: readonly ReleaseSection[],
  file: string,
): Outcome<string> {
  const eol = existing.includes("\r\n") ? "\r\n" : "\n";
  const lines = existing.split(/\r?\n/);
  const { value: parts, diagnostics } = divide(lines, file);
  if (parts === undefined) return outcome(existing, diagnostics);
  const { before, after } = parts;
  const isIn = (part: readonly string[]) => {
    const headings = headingsOf(part);
    return (section: ReleaseSection) => headings.some(({ text }) => isAbout(text, section));
  };
  const older = sections.findIndex(isIn(after));
  const isAbove = isIn(before);
  const own = sections.slice(0, older < 0 ? undefined : older).filter((each) => !isAbove(each));
  const region = own.flatMap(({ markdown }) => [...markdown.trim().split("\n"), ""]);
  return outcome([...before, begin, "", ...region, end, ...after].join(eol));
}

interface Divided {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function divide(lines: readonly string[], file: string): Outcome<Divided | undefined> {
  const from = placesOf(lines, begin);
  const to = placesOf(lines, end);
  if (from.length + to.length === 0) return outcome(divideUnmarked(lines));
  const [first = -1] = from;
  const [last = -1] = to;
  if (from.length === 1 && to.length === 1 && first < last) {
    return outcome({ before: lines.slice(0, first), after: lines.slice(last + 1) });
  }
  return outcome(undefined, [misplaced(from, to, file)]);
}

/** Above the first release, with an empty line on either side. */
function divideUnmarked(lines: readonly string[]): Divided {
  const at = firstRelease(lines);
  const before = lines.slice(0, at);
  while (before.at(-1)?.trim() === "") before.pop();
  const after = ["", ...lines.slice(at)];
  return { before: before.length === 0 ? [] : [...before, ""], after };
}

function misplaced(from: readonly number[], to: readonly number[], file: string): Diagnostic {
  const line = 1 + (from[1] ?? to[1] ?? from[0] ?? to[0] ?? 0);
  return diagnose("render/region-marks", { name }, { location: { file, line } });
}

const placesOf = (lines: readonly string[], mark: string): readonly number[] =>
  lines.flatMap((line, at) => (line.trim() === mark ? [at] : []));

/** The line of the first heading of a release; behind the last line when there is none. */
const firstRelease = (lines: readonly string[]): number =>
  headingsOf(lines).find(({ text }) => findVersion(text) !== undefined)?.at ?? lines.length;

/** Headings outside of fences. */
function headingsOf(lines: readonly string[]): readonly { at: number; text: string }[] {
  let fence: string | undefined;
  return lines.flatMap((line, at) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined;
    const text = fence === undefined ? /^ {0,3}#{1,3}\s+(.{1,300})/.exec(line)?.[1] : undefined;
    return text === undefined ? [] : [{ at, text }];
  });
}

/** `## [1.2.0](…) (2026-01-02)`, `## v1.2.0`, `## [1.2.0] - 2026-01-02`, `### Version 1.2.0`. */
const findVersion = (heading: string): string | undefined =>
  /(?:^|[\s[(@>v_-])v?(\d{1,9}\.\d{1,9}(?:\.\d{1,9})*(?:[-+][0-9A-Za-z.+-]*)?)/.exec(
    heading.slice(0, 120),
  )?.[1];

function isAbout(heading: string, { tag, version }: ReleaseSection): boolean {
  const isPlain = version !== undefined && tag.replace(/^v/, "") === version;
  return isPlain ? findVersion(heading) === version : heading.includes(tag);
}
