import type { GitObject } from "./open-objects.ts";

/** One name in a folder of a commit. */
export interface TreeEntry {
  /** Octal: `100644` a file, `40000` a folder, `120000` a symbolic link. */
  readonly mode: string;
  readonly name: string;
  readonly id: string;
}

/** Takes a tree apart: `mode SP name NUL id`, the id as raw bytes (gitformat, "tree objects"). */
export function parseTree({ id: own, content }: GitObject): readonly TreeEntry[] {
  const width = own.length / 2;
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    if (space < 0 || end < 0) break;
    const mode = content.toString("latin1", at, space);
    const name = content.toString("utf8", space + 1, end);
    at = end + 1 + width;
    entries.push({ mode, name, id: content.toString("hex", end + 1, at) });
  }
  return entries;
}
