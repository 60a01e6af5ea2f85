import { findingPage } from "#diagnostics/describe-code.ts";
import type { Language } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";

type SiteSettings = Pick<Settings, "root" | "siteUrl" | "languages" | "projects">;

/** Where the page of a code is published; nothing when the project has none, or no address. */
export function findingAddress(
  code: string,
  settings: SiteSettings,
  language: Language,
): string | undefined {
  const path = pageInSite(code, settings, language);
  return settings.siteUrl === undefined || path === undefined
    ? undefined
    : `${settings.siteUrl}/${path}`;
}

/** The same, or the file in `out/` when the site has no address. */
export function findingPlace(
  code: string,
  settings: SiteSettings,
  language: Language,
): string | undefined {
  const path = pageInSite(code, settings, language) ?? "";
  const file = join(settings.root, "out/site", path);
  return findingAddress(code, settings, language) ?? (path && existsSync(file) ? file : undefined);
}

function pageInSite(
  code: string,
  { projects, languages }: SiteSettings,
  language: Language,
): string | undefined {
  const project = projects.find(({ findings }) => findings !== undefined);
  if (project === undefined) return undefined;
  const isFirst = language === languages[0] || !languages.includes(language);
  const page = findingPage(code).replace(/\.md$/, ".html");
  return [isFirst ? "" : language, project.name, page].filter((part) => part !== "").join("/");
}
