import type { Language, OutputFile } from "#model/pages/page.ts";
import type { Redirect } from "#model/links/redirect.ts";
import { dirname, relative } from "node:path/posix";
import { escapeHtml } from "./html/escape-html.ts";

/** What the pages of redirects need of the site. */
export interface RedirectInput {
  readonly languages: readonly Language[];
  readonly siteUrl?: string;
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/**
 * A page at each old address, which leads on without a script, and the same as a table for hosts
 * that answer by themselves: only those keep what stood after `#`.
 */
export function renderRedirects(
  redirects: readonly Redirect[],
  input: RedirectInput,
): readonly OutputFile[] {
  if (redirects.length === 0) return [];
  const sorted = redirects.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return [
    ...sorted.map((each) => siteFile(each.from, stub(each, input))),
    siteFile("_redirects", sorted.map((each) => tableLine(each, input)).join("")),
  ];
}

const siteFile = (path: string, content: string): OutputFile => ({
  path: `site/${path}`,
  target: "site",
  content,
});

const isElsewhere = (to: string): boolean => /^https?:\/\//i.test(to);

const encoded = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

function tableLine({ from, to }: Redirect, { siteUrl }: RedirectInput): string {
  const base = siteUrl === undefined ? "" : new URL(siteUrl).pathname.replace(/\/+$/, "");
  const target = isElsewhere(to) ? to.replace(/\s/g, encodeURIComponent) : `${base}/${encoded(to)}`;
  return `${base}/${encoded(from)} ${target} 301\n`;
}

function stub({ from, to }: Redirect, { languages, siteUrl, words }: RedirectInput): string {
  const language = languages.find((each) => from.startsWith(`${each}/`)) ?? languages[0] ?? "en";
  const word = (key: string): string => escapeHtml(words[language][`site.${key}`] ?? key);
  const href = escapeHtml(isElsewhere(to) ? to : encoded(relative(dirname(from), to)));
  const whole =
    siteUrl === undefined || isElsewhere(to) ? href : escapeHtml(`${siteUrl}/${encoded(to)}`);
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">`,
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    `<meta name="robots" content="noindex">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    `<link rel="canonical" href="${whole}">`,
    `<title>${word("moved")}</title>`,
    "</head>",
    "<body>",
    `<main><h1>${word("moved")}</h1><p><a href="${href}">${word("moved-to")}</a></p></main>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
