import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder that holds `templates/` and `schemas/`, from a checkout and from the built package. */
export const packageRoot: string = findUpwards(import.meta.dirname);

function findUpwards(folder: string): string {
  if (existsSync(join(folder, "templates")) && existsSync(join(folder, "package.json"))) {
    return folder;
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error("rastro's own templates are not where they belong");
  return findUpwards(parent);
}

/** The version in rastro's own package.json. */
export function packageVersion(): string {
  const text = readFileSync(join(packageRoot, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
