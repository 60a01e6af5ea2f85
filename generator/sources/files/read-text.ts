import { decodeText } from "#data/decode-text.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { join } from "node:path";
import { isInside, statOf } from "./inside.ts";
import { readBytes } from "./read-bytes.ts";
import { softened } from "./softened.ts";

/** Reads UTF-8 text, without a byte order mark; anything else is reported with the line it is on. */
export function readText(
  root: string,
  file: string,
  foreign?: boolean,
): Outcome<string | undefined> {
  const { value, diagnostics } = readOwnText(root, file);
  return outcome(value, softened(diagnostics, foreign));
}

function readOwnText(root: string, file: string): Outcome<string | undefined> {
  const location = { file };
  if (!isInside(root, join(root, file))) {
    return outcome(undefined, [diagnose("sources/outside-root", { path: file }, { location })]);
  }
  if (isSpecial(join(root, file))) {
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
