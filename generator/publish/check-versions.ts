import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Settings } from "#model/settings.ts";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The versions that pages lead to, and that are not in the output; those that none leads to. */
export function checkVersions(
  out: string,
  { versions = [], versionLabel }: Pick<Settings, "versions" | "versionLabel">,
): readonly Diagnostic[] {
  if (versionLabel !== undefined) return checkListed(join(out, "site"), versionLabel);
  return versions
    .filter(({ label }) => !existsSync(join(out, "site", label, "index.html")))
    .map(({ label, location }) => diagnose("publish/version-not-there", { label }, { location }));
}

/** Where only this version is made, nobody knows what the current one lists. */
function checkListed(site: string, label: string): readonly Diagnostic[] {
  if (!existsSync(join(site, "index.html"))) return [];
  const list = join(site, "versions.html");
  const isListed =
    existsSync(list) && readFileSync(list, "utf8").includes(`href="${label}/index.html"`);
  return isListed ? [] : [diagnose("publish/version-not-listed", { label })];
}
