import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder itself or the nearest above it that git keeps; also a worktree, where `.git` is a file. */
export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}
