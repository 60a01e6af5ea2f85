import { escapeHtml } from "../escape-html.ts";
import type { SiteInput } from "../site.ts";

/** Another version of the site, as a page links to it. */
export interface ShellVersion {
  readonly title: string;
  /** Its entry, or nothing for the version that the page belongs to. */
  readonly href: string;
  /** From the root of this version to the root of that one; scripts look there for the same page. */
  readonly way: string;
}

/** The notice on every page of a version that is kept beside the current one. */
export interface VersionNotice extends ShellVersion {
  readonly text: string;
}

type Versioned = Pick<SiteInput, "versions" | "versionLabel">;
type Word = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Whether other versions lie beside or below this one. */
export const hasVersions = ({ versions = [], versionLabel }: Versioned): boolean =>
  versions.length > 0 || versionLabel !== undefined;

/** What a page says and offers of other versions; `root` is its way to the root of its own. */
export const versionsFrom = (root: string, input: Versioned, word: Word) => ({
  versions: linksFrom(root, input, word),
  notice: noticeFrom(root, input, word),
});

/**
 * The current version lies at the root of all, the others each in a folder below it. Those know only
 * it, and the list that it keeps of them all: they were made before the versions after them.
 */
function linksFrom(
  root: string,
  { versions = [], versionLabel }: Versioned,
  word: Word,
): readonly ShellVersion[] {
  const current = word("site.version-current");
  if (versionLabel !== undefined) {
    return [
      { title: current, href: `${root}../index.html`, way: "../" },
      { title: versionLabel, href: "", way: "" },
      { title: word("site.version-all"), href: `${root}../versions.html`, way: "" },
    ];
  }
  if (versions.length === 0) return [];
  const others = versions.map(({ label }) => {
    const way = `${label}/`;
    return { title: label, href: `${root}${way}index.html`, way };
  });
  return [{ title: current, href: "", way: "" }, ...others];
}

/** What a page of a kept version begins with. */
function noticeFrom(root: string, { versionLabel }: Versioned, word: Word): VersionNotice | null {
  if (versionLabel === undefined) return null;
  return {
    text: word("site.version-kept", { label: versionLabel }),
    title: word("site.version-to-current"),
    href: `${root}../index.html`,
    way: "../",
  };
}

/** The list of all versions, as the body of a page at the root. */
export function versionsBody(input: Versioned, word: Word): string {
  const [, ...others] = linksFrom("", input, word);
  const items = others.map(
    ({ title, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a></li>\n`,
  );
  const current = `<li><a href="index.html">${escapeHtml(word("site.version-current"))}</a></li>\n`;
  return `<h1>${escapeHtml(word("site.versions"))}</h1>\n<p>${escapeHtml(word("site.versions-about"))}</p>\n<ul>\n${current}${items.join("")}</ul>`;
}

/** The pages of this version, for the scripts of the others: by a variable, as pages from a disk need. */
export const pagesScript = (paths: readonly string[]): string =>
  `var rastroPages = ${JSON.stringify(paths)};\n`;
