import { statSync } from "node:fs";
import { join } from "node:path";
import { isInside } from "../files.ts";

/** What lies at a path of the project; a path that leads outside counts as missing, unread. */
export function fileState(root: string, path: string): "missing" | "empty" | "exists" {
  if (path === "") return "missing";
  const absolute = join(root, path);
  if (!isInside(root, absolute)) return "missing";
  try {
    const stats = statSync(absolute);
    if (stats.isDirectory()) return "exists";
    if (!stats.isFile()) return "missing";
    return stats.size === 0 ? "empty" : "exists";
  } catch {
    // Not there, or a name that no file can have.
    return "missing";
  }
}

/** Like `fileState`; what rastro itself makes is not looked up, for it is made after this. */
export const documentState = (
  root: string,
  path: string,
): "missing" | "empty" | "exists" | "generated" =>
  path.startsWith("out/") ? "generated" : fileState(root, path);
