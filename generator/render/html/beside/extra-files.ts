import type { Page } from "#model/pages/page.ts";
import { escapeHtml } from "../escape-html.ts";
import { feeds } from "./feeds.ts";
import { html, type Shell } from "../shell.ts";
import type { SiteInput } from "../site.ts";
import { localeOf } from "./sharing.ts";
import { addressOf, sitePath } from "../site-paths.ts";

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
  if (input.siteUrl === undefined) return [contents];
  const address = input.siteUrl;
  return [
    contents,
    { path: "sitemap.xml", content: sitemap(pages, address) },
    { path: "robots.txt", content: `User-agent: *\nAllow: /\nSitemap: ${address}/sitemap.xml\n` },
    ...feeds(pages, input, address),
    { path: "404.html", content: notFound(input, { address, shell }) },
  ];
}

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
  { title, languages, words }: SiteInput,
  { address, shell }: { readonly address: string; readonly shell: Shell },
): string {
  const language = languages[0] ?? "en";
  const word = (key: string): string => words[language][`site.${key}`] ?? key;
  const root = `${new URL(address).pathname.replace(/\/+$/, "")}/`;
  const home = `<p><a href="${escapeHtml(root)}index.html">${escapeHtml(word("home"))}</a></p>`;
  const own = Object.entries(words[language]).filter(([key]) => key.startsWith("site."));
  return shell({
    language,
    title: `${word("not-found")} · ${title}`,
    pageTitle: word("not-found"),
    siteTitle: title,
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
    breadcrumbs: [],
    navigation: html(""),
    body: html(
      `<h1>${escapeHtml(word("not-found"))}</h1>\n<p>${escapeHtml(word("not-found-about"))}</p>\n${home}`,
    ),
    outline: [],
    hasNeighbours: false,
    previous: null,
    next: null,
    sources: [],
    moreSources: "",
    words: Object.fromEntries(own.map(([key, text]) => [key.slice("site.".length), text])),
  });
}
