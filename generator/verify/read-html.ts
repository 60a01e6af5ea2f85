import { decodeEntities } from "#markdown/entities.ts";
import type { Part, WrittenLink } from "./document.ts";

/** What emitted HTML leads to and offers. */
export interface HtmlLinks extends Part {
  /** It ends within a tag, or within what only its end tag ends. */
  readonly isOpen: boolean;
}

interface Found {
  readonly links: WrittenLink[];
  readonly anchors: string[];
  /** Where the tag of each link begins. */
  readonly places: number[] | undefined;
}

/**
 * Reads every link and anchor out of the text of HTML, as browsers tokenise it. Written by hand and
 * not as a pattern: a site has more tags than pages have words, and most of them say nothing here.
 * Few ask for the places where links stand: `places` takes them in, in the order of the links.
 */
export function readHtml(html: string, places?: number[]): HtmlLinks {
  const found: Found = { links: [], anchors: [], places };
  let end = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", end)) {
    end = readMarkup(html, at, found);
  }
  return { links: found.links, anchors: found.anchors, isOpen: end > html.length };
}

/** Reads what begins with the `<` at a position, and gives the position after it. */
function readMarkup(html: string, at: number, found: Found): number {
  const code = html.charCodeAt(at + 1);
  if (code === slash) return after(html, ">", at);
  if (isLetter(code)) return readTag(html, at, found);
  if (html.startsWith("<!--", at)) return after(html, "-->", at + 2);
  return "<!--".startsWith(html.slice(at)) ? beyond(html) : at + 1;
}

/** The position after what does not end. */
const beyond = (html: string): number => html.length + 1;

function after(html: string, end: string, from: number): number {
  const found = html.indexOf(end, from);
  return found < 0 ? beyond(html) : found + end.length;
}

const [tab, lineFeed, formFeed, carriageReturn, space] = [9, 10, 12, 13, 32];
const [doubleQuote, singleQuote, slash, equals, greater] = [34, 39, 47, 61, 62];

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isSpace = (code: number): boolean =>
  code === space ||
  code === lineFeed ||
  code === tab ||
  code === carriageReturn ||
  code === formFeed;

/** Where a name (of a tag or an attribute) ends that begins at a position. */
function endOfName(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    // Nothing that ends a name comes after `>` in the order of signs, and letters do.
    if (code > greater) continue;
    if (code === greater || code === equals || code === slash || isSpace(code)) return at;
  }
  return html.length;
}

function skipSpace(html: string, from: number): number {
  let at = from;
  while (isSpace(html.charCodeAt(at))) at++;
  return at;
}

/** What stands between the tags of these is text, whatever it looks like. */
const rawText = new Set("script style textarea title xmp iframe noembed noframes".split(" "));

function readTag(html: string, start: number, found: Found): number {
  const end = endOfName(html, start + 1);
  let at = end;
  while (at < html.length && html.charCodeAt(at) !== greater) {
    at =
      isSpace(html.charCodeAt(at)) || html.charCodeAt(at) === slash
        ? at + 1
        : readAttribute(html, at, { found, start });
  }
  // The shortest of those names has three letters, the longest eight.
  const length = end - start - 1;
  if (length < 3 || length > 8) return at + 1;
  const name = html.slice(start + 1, end).toLowerCase();
  return rawText.has(name) ? endOfRawText(html, name, at + 1) : at + 1;
}

function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? beyond(html);
}

interface Taking {
  readonly found: Found;
  /** Where the tag begins. */
  readonly start: number;
}

function readAttribute(html: string, from: number, taking: Taking): number {
  const end = endOfName(html, from + 1);
  const sign = skipSpace(html, end);
  if (html.charCodeAt(sign) !== equals) return end;
  const value = skipSpace(html, sign + 1);
  const quote = html.charCodeAt(value);
  if (quote !== doubleQuote && quote !== singleQuote) {
    const stop = endOfBareValue(html, value);
    take(html.slice(from, end), html.slice(value, stop), taking);
    return stop;
  }
  const close = html.indexOf(quote === doubleQuote ? '"' : "'", value + 1);
  if (close < 0) return html.length;
  take(html.slice(from, end), html.slice(value + 1, close), taking);
  return close + 1;
}

function endOfBareValue(html: string, from: number): number {
  let at = from;
  while (at < html.length && html.charCodeAt(at) !== greater && !isSpace(html.charCodeAt(at))) at++;
  return at;
}

const linkAttributes = new Set([
  "href",
  "src",
  "xlink:href",
  "poster",
  "data",
  "action",
  "formaction",
]);

function take(written: string, value: string, { found, start }: Taking): void {
  const name = written.toLowerCase();
  if (name === "id") found.anchors.push(decodeEntities(value));
  else if (linkAttributes.has(name)) takeLink(decodeEntities(value), { found, start });
  else if (name === "srcset") {
    for (const url of candidatesOf(value)) takeLink(url, { found, start });
  }
}

function takeLink(url: string, { found, start }: Taking): void {
  found.links.push({ url });
  found.places?.push(start);
}

/** `a.png 1x, b.png 2x` → `a.png`, `b.png` */
const candidatesOf = (set: string): readonly string[] =>
  decodeEntities(set)
    .split(/,\s+/)
    .flatMap((candidate) => candidate.trim().split(/\s+/, 1));
