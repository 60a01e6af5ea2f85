import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { join } from "node:path";
import { isInside, readText, statOf } from "./files.ts";

/** What a committed file of the project holds, without a byte order mark; nothing when it is not there. */
export function readCommitted(root: string, file: string): Outcome<string | undefined> {
  const path = join(root, file);
  const stats = statOf(path);
  if (!isInside(root, path) || stats?.isFile() === false) {
    return outcome(undefined, [diagnose("sources/committed-outside", { path: file })]);
  }
  return stats === undefined ? outcome(undefined) : readText(root, file);
}
