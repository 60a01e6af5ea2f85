import type { TemplateFiles } from "#config/index.ts";
import type { Page } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import { type EvaluatedProject, filesAddress } from "#render/index.ts";
import { lastChanges } from "./last-changes.ts";

/** What pages are laid out with: the settings, the templates, and what history tells of their sources. */
export async function siteInput(
  pages: readonly Page[],
  { projects, ...input }: Settings & TemplateFiles,
  evaluated: readonly EvaluatedProject[],
) {
  const changes = await lastChanges(pages, { ...input, projects });
  return { ...filesAddress(evaluated), ...input, projects, changes };
}

/** Files around the output that other runs make, by their path from it: those of other versions. */
export const besideSite = ({ versions = [], versionLabel }: Settings): ReadonlySet<string> =>
  new Set(
    versionLabel === undefined
      ? versions.map(({ label }) => `site/${label}/index.html`)
      : ["index.html", "versions.html"],
  );
