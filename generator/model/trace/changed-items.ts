import type { Item } from "../item.ts";

/** Lines of one file that changed, as they are numbered now. */
export interface ChangedFile {
  /** Relative to the root. */
  readonly file: string;
  readonly isGone: boolean;
  /** First and last line of each changed part; for lines that were only removed, the one before. */
  readonly lines: readonly (readonly [first: number, last: number])[];
}

/** An item lasts from its line to that of the next in its file; one without a line is all of it. */
export function changedItems(
  items: Iterable<Item>,
  changes: readonly ChangedFile[],
): readonly Item[] {
  const byFile = Map.groupBy(items, ({ location }) => location.file);
  return changes.flatMap(({ file, lines }) => {
    const own = byFile.get(file) ?? [];
    const starts = [...new Set(own.flatMap(({ location }) => location.line ?? []))].sort(
      (a, b) => a - b,
    );
    const nextOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? Infinity]));
    return own.filter(({ location: { line } }) => {
      if (line === undefined) return true;
      const next = nextOf.get(line) ?? Infinity;
      return lines.some(([first, last]) => first < next && last >= line);
    });
  });
}
