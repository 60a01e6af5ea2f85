import { dirname, join } from "node:path/posix";

/** Where the page lies in the site: `guia.md` → `guia.html`, `README.md` → `index.html`. */
export const sitePath = (path: string): string =>
  path.replace(/(^|\/)README\.md$/, "$1index.md").replace(/\.md$/, ".html");

const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?)/i;

/**
 * Makes the function that turns a link of a page's Markdown into the link of its HTML: pages lead
 * to pages, everything else stays as it is.
 */
export function siteLinks(pages: ReadonlySet<string>): (from: string) => (url: string) => string {
  return (from) => (url) => {
    if (isElsewhere.test(url)) return url;
    const end = url.search(/[?#]/);
    const way = end < 0 ? url : url.slice(0, end);
    const rest = url.slice(way.length);
    if (way.endsWith("/")) return `${way}index.html${rest}`;
    if (!way.endsWith(".md")) return url;
    const target = join(dirname(from), decode(way));
    return pages.has(target) ? sitePath(way) + rest : url;
  };
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
