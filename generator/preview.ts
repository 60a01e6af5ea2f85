import type { TemplateFiles } from "#config/index.ts";
import type { OutputFile } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import { type EvaluatedProject, previewSite, renderSite } from "#render/index.ts";
import { siteInput } from "./site-input.ts";

/** Somebody who looks at some pages while the site is made, and sees those before all others. */
export interface Preview {
  /** Whether somebody looks at the page with this path in the output. */
  readonly isWanted: (path: string) => boolean;
  /** Takes the HTML of those pages; the rest is made after that. */
  readonly show: (files: readonly OutputFile[]) => Promise<void>;
}

/** Makes the pages that somebody looks at, as they will be in the whole site. */
export async function showPreview(
  projects: readonly EvaluatedProject[],
  { settings, templates }: { readonly settings: Settings; readonly templates: TemplateFiles },
  { isWanted, show }: Preview,
): Promise<void> {
  const { value: pages } = renderSite({ ...settings, ...templates, projects, isWanted });
  const seen = pages.filter(({ path }) => isWanted(path));
  if (seen.length === 0) return;
  const input = await siteInput(seen, { ...settings, ...templates }, projects);
  await show(previewSite(pages, input, isWanted));
}
