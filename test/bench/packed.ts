import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../support/repository.ts";
import type { Command } from "./measure.ts";

/** Builds what `npm pack` packs, so that users' starts are timed and not those of a checkout. */
export function buildPackage(): void {
  execFileSync("npm", ["run", "--silent", "build"], { cwd: repository, stdio: "inherit" });
}

/** A run of the built command in `cwd`. */
export const packedRastro = (cwd: string, ...words: readonly string[]): Command => ({
  program: process.execPath,
  args: [join(repository, "dist/rastro.mjs"), ...words],
  cwd,
});
