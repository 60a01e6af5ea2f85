import type { Page } from "#model/pages/page.ts";
import { dirname, join } from "node:path/posix";
import { escapeHtml } from "../escape-html.ts";
import type { SiteInput } from "../site.ts";
import { addressOf, sitePath } from "../site-paths.ts";

/** Readers keep what they have seen: older news is on the pages. */
const most = 50;

/** Where the news of a page is told to programs: above the folder that the page lies in. */
export const feedOf = ({ path, news }: Page): string | undefined =>
  news && join(dirname(dirname(path)), "feed.xml");

/** One Atom feed (RFC 4287) for the news of each project and language, newest first. */
export function feeds(
  pages: readonly Page[],
  input: SiteInput,
  address: string,
): readonly { readonly path: string; readonly content: string }[] {
  const byFeed = Map.groupBy(pages, feedOf);
  return [...byFeed].flatMap(([path, news]) =>
    path === undefined ? [] : [{ path, content: feed(path, news, { input, address }) }],
  );
}

interface Surroundings {
  readonly input: SiteInput;
  readonly address: string;
}

function feed(path: string, pages: readonly Page[], { input, address }: Surroundings): string {
  const newest = pages
    .toSorted((a, b) => Date.parse(updatedOf(b)) - Date.parse(updatedOf(a)))
    .slice(0, most);
  const [first] = newest;
  const { language = "en", project = "" } = first ?? {};
  const title = input.projects.find(({ name }) => name === project)?.title ?? input.title;
  const index = addressOf(address, sitePath(join(dirname(path), "index.md")));
  const own = addressOf(address, path);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${escapeHtml(own)}</id>`,
    `<title>${text(`${title}: ${input.words[language]["changelog.title"] ?? ""}`)}</title>`,
    `<updated>${first ? updatedOf(first) : ""}</updated>`,
    `<author><name>${text(title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeHtml(own)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeHtml(index)}"/>`,
    ...newest.flatMap((page) => entry(page, address)),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entry(page: Page, address: string): readonly string[] {
  const link = escapeHtml(addressOf(address, sitePath(page.path)));
  return [
    "<entry>",
    `<id>${link}</id>`,
    `<title>${text(page.title)}</title>`,
    `<updated>${updatedOf(page)}</updated>`,
    `<link rel="alternate" type="text/html" href="${link}"/>`,
    `<summary>${text(page.news?.summary ?? "")}</summary>`,
    "</entry>",
  ];
}

const updatedOf = ({ news }: Page): string => news?.updated ?? "";

/** XML cannot hold most control characters, and those of direction would turn what follows. */
const text = (value: string): string =>
  escapeHtml(
    value.replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      "\ufffd",
    ),
  );
