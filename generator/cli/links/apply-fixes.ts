import type { Diagnostic, Fix } from "#diagnostics/index.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "../report/replace-file.ts";

/** One fix, and what stood there. */
export interface AppliedFix extends Fix {
  readonly file: string;
  readonly before: string;
  /** The whole line, as it was and as it is. */
  readonly lines: readonly [before: string, after: string];
}

/** A diagnostic whose fix is to be applied. */
type Fixable = Diagnostic & { readonly file: string; readonly fix: Fix };

const isFixable = (each: Diagnostic): each is Fixable =>
  each.fix !== undefined && each.file !== undefined;

/** Applies the fixes of findings, file by file; each file is exchanged as a whole. */
export function applyFixes(
  root: string,
  diagnostics: readonly Diagnostic[],
  { isDryRun }: { isDryRun: boolean },
): readonly AppliedFix[] {
  const byFile = Map.groupBy(diagnostics.filter(isFixable), ({ file }) => file);
  return [...byFile].flatMap(([file, found]) => {
    const path = join(root, file);
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8");
    // What is not UTF-8 would be changed where nobody asked.
    if (!Buffer.from(text).equals(bytes)) return [];
    const { fixed, applied } = fixText(text, found);
    if (!isDryRun && applied.length > 0) replaceFile(path, fixed);
    return applied.map((each) => ({ ...each, file }));
  });
}

/** Each line keeps its own ending. */
const lineEnd = /(?<=\n|\r(?!\n))/;

/** From the end of each line to its beginning, so that columns stay right. */
function fixText(text: string, found: readonly Fixable[]) {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const lines = text.slice(mark.length).split(lineEnd);
  const fixes = distinct(found).sort(
    (a, b) => a.fix.line - b.fix.line || b.fix.column - a.fix.column,
  );
  const applied = fixes.flatMap(({ fix, target = "" }) => {
    const line = lines[fix.line - 1] ?? "";
    const before = line.slice(fix.column - 1, fix.endColumn - 1);
    // The finding tells what has to stand there; anything else was written since.
    if (before !== target && !target.includes(before)) return [];
    const after = line.slice(0, fix.column - 1) + fix.text + line.slice(fix.endColumn - 1);
    lines[fix.line - 1] = after;
    return [{ ...fix, before, lines: [line.trimEnd(), after.trimEnd()] as const }];
  });
  return { fixed: mark + lines.join(""), applied };
}

/** One place is mended once a run; what else is wrong with it shows in the next. */
const distinct = (found: readonly Fixable[]): Fixable[] => [
  ...new Map(
    found.toReversed().map((each) => [`${each.fix.line}:${each.fix.column}`, each]),
  ).values(),
];
