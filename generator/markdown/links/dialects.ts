import type { DialectName } from "#model/links/link-folder.ts";
import { slug as githubSlug } from "github-slugger";

/** How a renderer makes anchors of headings, and which addresses it understands. */
export interface Dialect {
  readonly name: DialectName;
  /** The anchor of a heading, without the counter of repetitions. */
  readonly slug: (words: string) => string;
  /** The anchor of the same words for the nth time, from 1. */
  readonly repeated: (slug: string, count: number) => string;
  /** Whether it serves addresses, `guia` and `guia.html` for `guia.md`, instead of files. */
  readonly isSite: boolean;
  /** Folders whose content lies at the root of the site. */
  readonly publicFolders: readonly string[];
}

const dashed = (slug: string, count: number): string => `${slug}-${count}`;

const withoutMarks = (text: string): string =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");

/** Of Python-Markdown's `toc`. */
const asciiSlug = (words: string): string =>
  withoutMarks(words)
    .replace(/[^\x20-\x7e\s]/g, "")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-");

/** Of `@mdit-vue/shared`, which VitePress uses. */
const vueSlug = (words: string): string =>
  withoutMarks(words)
    .replace(/[\u0000-\u001f]/g, "")
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .replace(/^(\d)/, "_$1")
    .toLowerCase();

function gitlabSlug(words: string): string {
  const slug = words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-")
    .replace(/-{2,}/g, "-");
  return /^\d+$/.test(slug) ? `anchor-${slug}` : slug;
}

const docsifySlug = (words: string): string =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\u2000-\u206f\u2e00-\u2e7f\\'!"#$%&()*+,./:;<=>?@[\]^`{|}~]/g, "")
    .replace(/\s/g, "-")
    .replace(/-+/g, "-")
    .replace(/^(\d)/, "_$1");

const forge = { slug: githubSlug, repeated: dashed, isSite: false, publicFolders: [] };
const site = { ...forge, isSite: true };

const dialects: Readonly<Record<DialectName, Omit<Dialect, "name">>> = {
  github: forge,
  gitlab: { ...forge, slug: gitlabSlug },
  bitbucket: { ...forge, slug: (words) => `markdown-header-${githubSlug(words.trim())}` },
  vitepress: { ...site, slug: vueSlug, publicFolders: ["public", "docs/public"] },
  docusaurus: { ...site, publicFolders: ["static"] },
  "python-markdown": {
    ...site,
    slug: asciiSlug,
    repeated: (slug, count) => `${slug}_${count}`,
    publicFolders: ["docs"],
  },
  starlight: { ...site, publicFolders: ["public", "src/content/docs"] },
  docsify: { ...site, slug: docsifySlug },
  mdbook: site,
  docfx: site,
};

export const dialectOf = (name: DialectName): Dialect => ({ name, ...dialects[name] });

/** Anchors for the headings of one page, in order, each told whether it is a repetition. */
export function anchorMaker({
  slug,
  repeated,
}: Dialect): (words: string) => { readonly id: string; readonly isRepeated: boolean } {
  const counts = new Map<string, number>();
  return (words) => {
    const first = slug(words);
    let [id, count] = [first, counts.get(first) ?? 0];
    const isRepeated = counts.has(first);
    while (counts.has(id)) id = repeated(first, ++count);
    counts.set(first, count).set(id, counts.get(id) ?? 0);
    return { id, isRepeated };
  };
}

/** What lies in a folder tells who shows its pages that belong to no site: else GitHub. */
export function guessDialect(files: readonly string[]): DialectName {
  const found = signs.find(([sign]) => files.some((path) => sign.test(path)));
  return found?.[1] ?? "github";
}

/** Of sites without settings of their own; those that have some are found by them. */
const signs: readonly (readonly [RegExp, DialectName])[] = [
  [/^src\/content\/docs\/index\.mdx?$/, "starlight"],
  [/^\.gitlab-ci\.yml$/, "gitlab"],
];
