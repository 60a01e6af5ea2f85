import type { Location } from "#model/location.ts";

/** From `at` to the end of its line, the file has `by` more characters in front. */
export interface Shift {
  readonly at: number;
  readonly by: number;
}

/** The text of a file, and where its lines start. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** By offset: where the text is longer or shorter than the file. */
  readonly shifts: readonly Shift[];
}

export function sourceText(file: string, text: string, shifts: readonly Shift[] = []): SourceText {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lineStarts.push(at + 1);
  }
  return { file, text, lineStarts, shifts };
}

/** Line and column of an offset, found by halving. */
export function locate({ file, lineStarts, shifts }: SourceText, offset: number): Location {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  const start = lineStarts[low] ?? 0;
  const moved = shifts.length === 0 ? 0 : movedBy(shifts, start, offset);
  return { file, line: low + 1, column: offset - start + moved + 1 };
}

const movedBy = (shifts: readonly Shift[], start: number, offset: number): number =>
  shifts.reduce((sum, { at, by }) => (at > start && at <= offset ? sum + by : sum), 0);
