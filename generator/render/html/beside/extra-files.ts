import type { Page } from "#model/pages/page.ts";
import { escapeHtml } from "../escape-html.ts";
import { feeds } from "./feeds.ts";
import { html, type Shell } from "../shell.ts";
import type { SiteInput } from "../site.ts";
import { localeOf } from "./sharing.ts";
import { addressOf, sitePath } from "../site-paths.ts";
import { hasVersions, pagesScript, versionsBody } from "./versions.ts";

/** A file of the site that is no page, by its path in it. */
export interface ExtraFile {
  readonly path: string;
  readonly content: string;
}

/** What others read of a site: programs that answer questions, search engines, and lost readers. */
export function extraFiles(
  pages: readonly Page[],
  input: SiteInput,
  shell: Shell,
): readonly ExtraFile[] {
  const contents = { path: "llms.txt", content: llmsText(pages, input) };
  const beside = [contents, ...versionFiles(pages, input, shell)];
  if (input.siteUrl === undefined) return beside;
  const address = input.siteUrl;
  const all = [
    ...beside,
    { path: "sitemap.xml", content: sitemap(pages, address) },
    ...feeds(pages, input, address),
  ];
  // Hosts ask for these at their root alone.
  if (input.versionLabel !== undefined) return all;
  const robots = `User-agent: *\nAllow: /\nSitemap: ${address}/sitemap.xml\n`;
  return [
    ...all,
    { path: "robots.txt", content: robots },
    { path: "404.html", content: notFound(input, { address, shell }) },
  ];
}

/** What versions know of each other. */
function versionFiles(
  pages: readonly Page[],
  input: SiteInput,
  shell: Shell,
): readonly ExtraFile[] {
  if (!hasVersions(input)) return [];
  const paths = pages.map(({ path }) => sitePath(path)).toSorted();
  const own = { path: "theme/pages.js", content: pagesScript(paths) };
  if (input.versionLabel !== undefined) return [own];
  const word = wordIn(input);
  const content = plainPage(input, shell, {
    root: "",
    path: "versions.html",
    title: word("site.versions"),
    body: versionsBody(input, word),
  });
  return [own, { path: "versions.html", content }];
}

/** The words of the first language, which files for everybody are in. */
const wordIn =
  ({ languages, words }: SiteInput) =>
  (key: string): string =>
    words[languages[0] ?? "en"][key] ?? key;

/** https://llmstxt.org: every page of the first language as Markdown, by project and area. */
function llmsText(
  pages: readonly Page[],
  { title, projects, languages, words }: SiteInput,
): string {
  const [language] = languages;
  if (language === undefined) return `# ${title}\n`;
  const own = pages.filter((page) => page.language === language);
  const groups = Map.groupBy(own, ({ project, target }) => {
    const name = projects.find((each) => each.name === project)?.title ?? title;
    return `${name}: ${words[language][`common.target-${target}`] ?? target}`;
  });
  const sections = [...groups].map(([name, group]) => {
    const lines = group.map((page) => `- [${linkText(page.title)}](${encodeURI(page.path)})\n`);
    return `\n## ${name}\n\n${lines.join("")}`;
  });
  return `# ${title}\n${sections.join("")}`;
}

const linkText = (text: string): string => text.replace(/[\\[\]]/g, "\\$&").replace(/\s+/g, " ");

function sitemap(pages: readonly Page[], address: string): string {
  const urls = pages.map(
    ({ path }) => `<url><loc>${escapeHtml(addressOf(address, sitePath(path)))}</loc></url>\n`,
  );
  const space = "http://www.sitemaps.org/schemas/sitemap/0.9";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${space}">\n${urls.join("")}</urlset>\n`;
}

/** Shown for any address, so that its own links begin at the root of the host. */
function notFound(
  input: SiteInput,
  { address, shell }: { readonly address: string; readonly shell: Shell },
): string {
  const word = wordIn(input);
  const root = `${new URL(address).pathname.replace(/\/+$/, "")}/`;
  const [title, about, home] = ["not-found", "not-found-about", "home"].map((key) =>
    escapeHtml(word(`site.${key}`)),
  );
  return plainPage(input, shell, {
    root,
    path: "404.html",
    title: word("site.not-found"),
    body: `<h1>${title ?? ""}</h1>\n<p>${about ?? ""}</p>\n<p><a href="${escapeHtml(root)}index.html">${home ?? ""}</a></p>`,
  });
}

/** A page that is none of the documentation: without navigation, and without Markdown. */
interface PlainPage {
  readonly root: string;
  readonly path: string;
  readonly title: string;
  readonly body: string;
}

function plainPage(
  { title: siteTitle, languages, words }: SiteInput,
  shell: Shell,
  { root, path, title, body }: PlainPage,
): string {
  const language = languages[0] ?? "en";
  const own = Object.entries(words[language]).filter(([key]) => key.startsWith("site."));
  return shell({
    language,
    title: `${title} · ${siteTitle}`,
    pageTitle: title,
    siteTitle,
    path,
    root,
    homeHref: `${root}index.html`,
    canonical: "",
    locale: localeOf(language),
    description: "",
    modified: "",
    markdownHref: `${root}llms.txt`,
    feedHref: "",
    editions: [],
    projects: [],
    versions: [],
    notice: null,
    breadcrumbs: [],
    navigation: html(""),
    body: html(body),
    outline: [],
    hasNeighbours: false,
    previous: null,
    next: null,
    sources: [],
    moreSources: "",
    words: Object.fromEntries(own.map(([key, text]) => [key.slice("site.".length), text])),
  });
}
