import type { Location } from "#model/location.ts";
import type { Job, Routine } from "../../catalogue/catalogue.ts";
import { locate } from "../../parser/source-text.ts";

/** The words themselves, in or behind the statement that made the object as it is. */
export function placeOf(
  { created, changes }: Routine | Job,
  words: string,
  location: Location,
): Location {
  const origin = [created, ...changes].findLast(({ location: { file, line } }) => {
    return file === location.file && line === location.line;
  });
  if (origin === undefined) return location;
  const { source } = origin.migration;
  const whole = new RegExp(
    `(?<![\\w.])${words.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\w)`,
    "g",
  );
  whole.lastIndex = source.lineStarts[(location.line ?? 1) - 1] ?? 0;
  const at = whole.exec(source.text)?.index ?? -1;
  return at < 0 ? location : locate(source, at);
}
