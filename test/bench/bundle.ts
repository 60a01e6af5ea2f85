import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { repository } from "../support/repository.ts";

/** A program of this folder as users run it, in a new folder: built as the package is. */
export function bundle(folder: string, source: string): string {
  const name = basename(source, ".ts");
  const programs = [`${name}=test/bench/${source}`, "search-thread=generator/search-thread.ts"];
  execFileSync(process.execPath, [join(repository, "esbuild.config.ts"), folder, ...programs]);
  for (const part of ["node_modules", "templates", "package.json"]) {
    symlinkSync(join(repository, part), join(folder, part));
  }
  return join(folder, `${name}.mjs`);
}
