import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";

/** Where an offset of the prose stands in its file. */
export function placeIn({ text, location }: Prose, offset: number): Location {
  const { file, line, column } = location;
  if (line === undefined) return { file };
  const above = linesAbove(text, offset);
  const own = offset - (known.starts[above] ?? 0) + 1;
  if (above > 0) return { file, line: line + above, ...inPage(location, own) };
  return column === undefined
    ? { file, line, ...inPage(location, own) }
    : { file, line, column: column + own - 1 };
}

/** Only the lines of a Markdown file are lines of the prose itself; elsewhere they are indented. */
const inPage = ({ file }: Location, column: number): { column?: number } =>
  /\.(?:md|markdown)$/i.test(file) ? { column } : {};

/** The text that was asked about lately, and where its lines begin: a long one is asked often. */
let known = { text: "", starts: [0] };

function linesAbove(text: string, offset: number): number {
  if (known.text !== text) known = { text, starts: startsOf(text) };
  const { starts } = known;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
