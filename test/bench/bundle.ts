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
  const settings = ["--bundle", "--format=esm", "--platform=node", "--packages=external"];
  const from = join(repository, "test/bench", source);
  execFileSync("esbuild", [from, ...settings, "--log-level=warning", `--outfile=${program}`], {
    cwd: repository,
  });
  return program;
}
