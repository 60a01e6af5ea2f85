import { decodeText } from "#data/decode-text.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { dirname, join } from "node:path";
import { isInside, isPlainFile, statOf } from "./inside.ts";
import { readBytes } from "./read-bytes.ts";
import { softened } from "./softened.ts";

/** Reads UTF-8 text, without a byte order mark; anything else is reported with the line it is on. */
export const readText = (root: string, file: string, foreign?: boolean): ReadText =>
  textReader(root)(file, foreign);

/** Reads many texts below one root: whether a folder lies inside is found out once. */
export function textReader(root: string): (file: string, foreign?: boolean) => ReadText {
  const known = new Map<string, boolean>();
  const isFolderInside = (folder: string): boolean => {
    const found = known.get(folder) ?? isInside(root, folder);
    known.set(folder, found);
    return found;
  };
  return (file, foreign) => {
    const { value, diagnostics } = readOwnText(root, file, isFolderInside);
    return outcome(value, softened(diagnostics, foreign));
  };
}

type ReadText = Outcome<string | undefined>;

function readOwnText(
  root: string,
  file: string,
  isFolderInside: (folder: string) => boolean,
): ReadText {
  const location = { file };
  const path = join(root, file);
  // What is no link itself lies where its folder does.
  const isPlain = isPlainFile(path);
  if (isPlain ? !isFolderInside(dirname(path)) : !isInside(root, path)) {
    return outcome(undefined, [diagnose("sources/outside-root", { path: file }, { location })]);
  }
  if (!isPlain && isSpecial(path)) {
    return outcome(undefined, [diagnose("sources/special-file", {}, { location })]);
  }
  const { value: bytes, diagnostics } = readBytes(root, file);
  return bytes === undefined ? outcome(undefined, diagnostics) : decodeText(bytes, file);
}

/** Reading from a pipe would wait for ever. */
function isSpecial(path: string): boolean {
  const stats = statOf(path);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
