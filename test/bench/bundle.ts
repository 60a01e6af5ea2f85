import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { repository } from "../support/repository.ts";

/** A program of this folder as users run it, in a new folder: JavaScript, not TypeScript. */
export function bundle(folder: string, source: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of ["node_modules", "templates", "package.json"]) {
    symlinkSync(join(repository, part), join(folder, part));
  }
  const program = join(folder, basename(source).replace(/\.ts$/, ".mjs"));
  const from = `${basename(source, ".ts")}=${join(repository, "test/bench", source)}`;
  // In parts, as the package is built: what is loaded late is no part of the start.
  const settings = ["--bundle", "--splitting", "--format=esm", "--platform=node"];
  const files = ["--packages=external", "--out-extension:.js=.mjs", `--outdir=${folder}`];
  const thread = `search-thread=${join(repository, "generator/search-thread.ts")}`;
  execFileSync("esbuild", [from, thread, ...settings, ...files, "--log-level=warning"], {
    cwd: repository,
  });
  return program;
}
