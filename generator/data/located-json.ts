import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { indexJson, type JsonIndex } from "./json-index.ts";
import { type LocatedData, readData } from "./located-data.ts";
import type { Path } from "./path.ts";

/**
 * Parses JSON at the speed of `JSON.parse`; places are found when they are asked for. What is not
 * JSON is read as YAML, whose parser says where it breaks.
 */
export function readJson(text: string, file: string): Outcome<LocatedData> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return readData(text, file);
    throw error;
  }
  let index: JsonIndex | undefined;
  const places = (): JsonIndex => (index ??= indexJson(text));
  const at = (offset: number): Location => ({ file, ...places().place(offset) });
  return outcome({
    file,
    value,
    locate: (path) => at(places().valueOffset(places().find(path).entry)),
    locateKey: (path) => at(keyOffset(places(), path)),
    locateText: (path) => {
      const location = at(places().valueOffset(places().find(path).entry) + 1);
      return { location, followsLines: false };
    },
  });
}

function keyOffset(index: JsonIndex, path: Path): number {
  const { entry, complete } = index.find(path);
  return complete ? index.keyOffset(entry) : index.valueOffset(entry);
}
