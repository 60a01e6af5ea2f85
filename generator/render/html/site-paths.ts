import { dirname, join } from "node:path/posix";

/** Where the page lies in the site: `guia.md` → `guia.html`, `README.md` → `index.html`. */
export const sitePath = (path: string): string =>
  path.replace(/(^|\/)README\.md$/, "$1index.md").replace(/\.md$/, ".html");

/** The address of a file below another. */
export const addressOf = (base: string, path: string): string =>
  `${base}/${path.split("/").map(encodeURIComponent).join("/")}`;

const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?)/i;

/**
 * Makes the function that turns a link of a page's Markdown into the link of its HTML: pages lead
 * to pages, everything else stays as it is. Pages of one folder write the same links, so that each
 * is looked at once.
 */
export function siteLinks(pages: ReadonlySet<string>): (from: string) => (url: string) => string {
  const folders = new Map<string, Map<string, string>>();
  return (from) => {
    const folder = dirname(from);
    const known = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, known);
    return (url) => {
      const made = known.get(url) ?? siteLink(url, folder, pages);
      known.set(url, made);
      return made;
    };
  };
}

function siteLink(url: string, folder: string, pages: ReadonlySet<string>): string {
  if (isElsewhere.test(url)) return url;
  const end = url.search(/[?#]/);
  const way = end < 0 ? url : url.slice(0, end);
  const rest = url.slice(way.length);
  if (way.endsWith("/")) return `${way}index.html${rest}`;
  if (!way.endsWith(".md")) return url;
  return pages.has(join(folder, decode(way))) ? sitePath(way) + rest : url;
}

function decode(way: string): string {
  if (!way.includes("%")) return way;
  try {
    return decodeURIComponent(way);
  } catch {
    // Not a percent-encoding: it leads nowhere, and the check of the links says so.
    return way;
  }
}
