import type { Language } from "#model/pages/page.ts";
import { languages } from "#model/pages/page.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** The templates and dictionaries as text, still to be compiled. */
export interface TemplateFiles {
  readonly templates: readonly {
    readonly name: string;
    readonly text: string;
    readonly file: string;
  }[];
  /** By language, then by key: `schema.columns`. */
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Style sheets and the like, copied into the site. */
  readonly site: readonly { readonly path: string; readonly content: string }[];
}

const suffix = ".md.hbs";

const folder = join(packageRoot, "templates");
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const list = (name: string): string[] => readdirSync(join(folder, name)).sort();

/** Reads `templates/` of the package. */
export function loadTemplates(): TemplateFiles {
  const names = list(".").filter((name) => name.endsWith(suffix));
  const words = languages.map((language) => [language, loadWords(language)] as const);
  return {
    templates: names.map((name) => loadTemplate(name.slice(0, -suffix.length))),
    words: Object.fromEntries(words) as TemplateFiles["words"],
    site: list("site").map((path) => ({ path, content: read(`site/${path}`) })),
  };
}

/** One template alone, which must be there. */
export const loadTemplate = (name: string): TemplateFiles["templates"][number] => ({
  name,
  text: read(`${name}${suffix}`),
  file: `templates/${name}${suffix}`,
});

/** The words of one language. */
export function loadWords(language: Language): TemplateFiles["words"][Language] {
  const folder = `words/${language}`;
  const entries = list(folder).flatMap((name) => {
    const area = name.replace(/\.json$/, "");
    const words = JSON.parse(read(`${folder}/${name}`)) as Record<string, string>;
    return Object.entries(words).map(([key, word]) => [`${area}.${key}`, word] as const);
  });
  return Object.fromEntries(entries);
}
