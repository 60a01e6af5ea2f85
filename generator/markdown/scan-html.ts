import { decodeEntities, encodeAttribute } from "./entities.ts";

/** A link as it stands in HTML. */
export interface HtmlLink {
  /** Escaped as in HTML, before it is rewritten. */
  readonly url: string;
  readonly kind: "link" | "image";
}

export interface HtmlHeading {
  readonly depth: number;
  readonly text: string;
  readonly id: string;
}

/** Rendered HTML with its links rewritten and its headings anchored, and what it holds. */
export interface ScannedHtml {
  readonly html: string;
  readonly links: readonly HtmlLink[];
  /** The ids and names that stand in it. */
  readonly ids: readonly string[];
  readonly headings: readonly HtmlHeading[];
}

interface Scan {
  readonly source: string;
  readonly rewrite: ((url: string) => string) | undefined;
  readonly slug: (text: string) => string;
  readonly links: HtmlLink[];
  readonly ids: string[];
  readonly headings: HtmlHeading[];
}

// What the engine itself writes for links, images and headings; what is not markup; other tags with
// attributes, which are somebody's raw HTML.
const marks =
  /<(?:(a href|img src)="([^"]*)"|h([1-6])>|(t[hd]) style="text-align: (\w+)"|!--[\s\S]*?-->|(?:script|style|textarea|title)\b[\s\S]*?<\/(?:script|style|textarea|title)|([a-zA-Z][\w-]*\s(?:[^"'>]|"[^"]*"|'[^']*')*)>)/y;
const attributes = /(\s)(href|src|id|name)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>`]+)/gi;

const [slash, greater] = [47, 62];
const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;
const rawText = new Set(["script", "style", "textarea", "title"]);

/**
 * Whether what begins before a position is an end tag, or a tag without attributes that is none of
 * the marks. Nine tags in ten are, and this is seen sooner than a pattern fails.
 */
function isBare(source: string, from: number): boolean {
  if (source.charCodeAt(from) === slash) return true;
  let end = from;
  while (isSmallLetter(source.charCodeAt(end))) end++;
  if (source.charCodeAt(end) !== greater) return false;
  return end - from < 5 || !rawText.has(source.slice(from, end));
}

const withoutTags = (html: string): string =>
  html.includes("<") ? html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, "") : html;

const unquoted = (value: string): string => (/^["']/.test(value) ? value.slice(1, -1) : value);

/** Notes a link, and gives what to write instead of its URL, if anything. */
function takeLink(scan: Scan, kind: HtmlLink["kind"], written: string): string | undefined {
  const url = decodeEntities(written);
  scan.links.push({ url, kind });
  const rewritten = scan.rewrite?.(url);
  return rewritten === undefined || rewritten === url ? undefined : encodeAttribute(rewritten);
}

function takeAttribute(scan: Scan, name: string, value: string): string | undefined {
  if (name === "href") return takeLink(scan, "link", value);
  if (name === "src") return takeLink(scan, "image", value);
  if (value !== "") scan.ids.push(decodeEntities(value));
  return undefined;
}

function takeTag(scan: Scan, written: string): string {
  // The links between a note and its mark are the engine's own.
  const own = written.includes("data-footnote-");
  return written.replace(attributes, (...parts: readonly string[]) => {
    const [whole = "", space = "", name = "", equals = "", value = ""] = parts;
    const key = name.toLowerCase();
    if (own && key === "href") return whole;
    const changed = takeAttribute(scan, key, unquoted(value));
    return changed === undefined ? whole : `${space}${name}${equals}"${changed}"`;
  });
}

function takeHeading(scan: Scan, depth: number, start: number): void {
  const end = scan.source.indexOf(`</h${depth}>`, start);
  const words = decodeEntities(withoutTags(scan.source.slice(start, Math.max(start, end))));
  // A picture leaves the blank beside it, and forges count that; line ends are those of raw HTML.
  const counted = words.replace(/^\s*\n\s*|\s*\n\s*$/g, "");
  scan.headings.push({ depth, text: words.trim(), id: scan.slug(counted) });
}

/** What stands in the output instead of one mark; the end of a heading's tag is filled in later. */
function replaceMark(scan: Scan, match: RegExpExecArray): string {
  const [whole, own, url = "", depth, cell, side, tag] = match;
  if (own !== undefined) {
    // The links between a note and its mark are the engine's own.
    if (url.startsWith("#user-content-fn")) return whole;
    const changed = takeLink(scan, own === "a href" ? "link" : "image", url);
    return changed === undefined ? whole : `<${own}="${changed}"`;
  }
  if (depth !== undefined) {
    takeHeading(scan, Number(depth), match.index + whole.length);
    return `<h${depth}\u0000>`;
  }
  // A strict content policy forbids styles in the page; this is how GFM itself writes it.
  if (cell !== undefined) return `<${cell} align="${side ?? ""}"`;
  return tag === undefined ? whole : `<${takeTag(scan, tag)}>`;
}

/** A heading gets its anchor, unless raw HTML of the page has taken the id already. */
function withAnchors(html: string, { headings, ids }: Scan): string {
  const taken = new Set(ids);
  let next = 0;
  return html.replaceAll("\u0000", () => {
    const id = headings[next++]?.id ?? "";
    return id === "" || taken.has(id) ? "" : ` id="${id}"`;
  });
}

/** Goes once through HTML that a Markdown engine made, which has no NUL in it. */
export function scanHtml(
  source: string,
  slug: (text: string) => string,
  rewrite: ((url: string) => string) | undefined,
): ScannedHtml {
  const scan: Scan = { source, rewrite, slug, links: [], ids: [], headings: [] };
  let html = "";
  let done = 0;
  for (let at = source.indexOf("<"); at >= 0; at = source.indexOf("<", at + 1)) {
    if (isBare(source, at + 1)) continue;
    marks.lastIndex = at;
    const match = marks.exec(source);
    if (!match) continue;
    html += source.slice(done, at) + replaceMark(scan, match);
    done = at + match[0].length;
    at = done - 1;
  }
  const { links, ids, headings } = scan;
  return { html: withAnchors(html + source.slice(done), scan), links, ids, headings };
}
