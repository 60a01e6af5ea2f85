import type { ChangedFile } from "#model/trace/changed-items.ts";
import { openGit } from "./run-git.ts";

/** The changes of `a..b`, or from a revision to the work tree; undefined when git knows no such range. */
export async function readChanges(
  root: string,
  range: string,
): Promise<readonly ChangedFile[] | undefined> {
  const plain = ["--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"];
  const names = ["--src-prefix=a/", "--dst-prefix=b/", "--relative", "--unified=0"];
  try {
    const git = openGit(root);
    const ends = range.split(/\.{2,3}/).filter((end) => end !== "");
    for (const end of ends) {
      await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${end}^{commit}`);
    }
    return parsePatch(await git("diff", ...plain, ...names, "--end-of-options", range, "--"));
  } catch {
    return undefined;
  }
}

function parsePatch(patch: string): readonly ChangedFile[] {
  const files: { file: string; isGone: boolean; lines: (readonly [number, number])[] }[] = [];
  let old = "";
  for (const line of patch.split("\n")) {
    if (line.startsWith("--- ")) old = pathOf(line);
    else if (line.startsWith("+++ ")) {
      const now = pathOf(line);
      const isGone = now === "/dev/null";
      files.push({ file: (isGone ? old : now).slice(2), isGone, lines: [] });
    } else {
      const [, first, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
      if (first === undefined) continue;
      const start = Number(first);
      files.at(-1)?.lines.push([start, Math.max(start, start + Number(count) - 1)]);
    }
  }
  return files;
}

/** Git writes unusual names in quotes, their bytes as octal numbers. */
function pathOf(line: string): string {
  const written = line.slice(4).replace(/\t$/, "");
  if (!written.startsWith('"')) return written;
  const bytes: number[] = [];
  for (const [part, octal, escaped] of written
    .slice(1, -1)
    .matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs)) {
    if (octal !== undefined) bytes.push(parseInt(octal, 8));
    else bytes.push(...Buffer.from(escaped ?? part));
  }
  return Buffer.from(bytes).toString("utf8");
}
