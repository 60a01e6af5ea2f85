import type { Location } from "#model/location.ts";
import type { Prose } from "#model/prose.ts";

/** Where an offset of the prose stands in its file. */
export function placeIn({ text, location }: Prose, offset: number): Location {
  const { file, line, column } = location;
  if (line === undefined) return { file };
  const before = text.slice(0, offset).split("\n");
  const own = (before.at(-1) ?? "").length + 1;
  if (before.length > 1) return { file, line: line + before.length - 1, ...inPage(location, own) };
  return column === undefined
    ? { file, line, ...inPage(location, own) }
    : { file, line, column: column + own - 1 };
}

/** Only the lines of a Markdown file are lines of the prose itself; elsewhere they are indented. */
const inPage = ({ file }: Location, column: number): { column?: number } =>
  /\.(?:md|markdown)$/i.test(file) ? { column } : {};
