import type { Language } from "#model/page.ts";
import { languages } from "#model/page.ts";
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

/** Reads `templates/` of the package. */
export function loadTemplates(): TemplateFiles {
  const folder = join(packageRoot, "templates");
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const list = (name: string): string[] => readdirSync(join(folder, name)).sort();
  const templates = list(".")
    .filter((name) => name.endsWith(suffix))
    .map((name) => ({
      name: name.slice(0, -suffix.length),
      text: read(name),
      file: `templates/${name}`,
    }));
  const words = languages.map((language) => [language, readWords(language, read, list)] as const);
  return {
    templates,
    words: Object.fromEntries(words) as TemplateFiles["words"],
    site: list("site").map((path) => ({ path, content: read(`site/${path}`) })),
  };
}

function readWords(
  language: Language,
  read: (name: string) => string,
  list: (name: string) => string[],
): Readonly<Record<string, string>> {
  const folder = `words/${language}`;
  const entries = list(folder).flatMap((name) => {
    const area = name.replace(/\.json$/, "");
    const words = JSON.parse(read(`${folder}/${name}`)) as Record<string, string>;
    return Object.entries(words).map(([key, word]) => [`${area}.${key}`, word] as const);
  });
  return Object.fromEntries(entries);
}
