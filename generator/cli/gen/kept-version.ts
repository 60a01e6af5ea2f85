import type { OutputFile } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import { join } from "node:path";

const site = "site/";
const inventory = "data/inventory.json";

/**
 * Where files go, and which: everything to `out/`; of a version that is kept only its site, with what
 * it offers to links, to a folder with a manifest of its own, so that no version knows of another.
 */
export function placeOf(
  { root, versionLabel }: Pick<Settings, "root" | "versionLabel">,
  files: readonly OutputFile[],
): { readonly out: string; readonly files: readonly OutputFile[] } {
  const out = join(root, "out");
  if (versionLabel === undefined) return { out, files };
  const kept = files.filter(({ path }) => path.startsWith(site) || path === inventory);
  return {
    out: join(out, site, versionLabel),
    files: kept.map((file) => ({
      ...file,
      path: file.path === inventory ? inventory : file.path.slice(site.length),
    })),
  };
}
