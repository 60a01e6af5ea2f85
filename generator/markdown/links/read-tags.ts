import { decodeEntities } from "../entities.ts";
import { type Attribute, readTags, type Tag } from "../html/tags.ts";
import type { Collecting, PlaceInText, Span } from "./page-links.ts";

/** Where something of the HTML stands in the page. */
export type PlaceOf = (offset: number) => PlaceInText;

const linkAttributes = new Set(["href", "src", "poster", "data", "action", "xlink:href"]);
/** The elements that have them; the address of any other is one that a program makes something of. */
const addressed =
  /^(?:a|area|link|img|image|source|video|audio|track|script|iframe|frame|embed|object|input|form|use|portal|(?:nav|doc|text)?link(?:card|button|item)?|(?:icon)?card|button|tile)$/;
const images = new Set(["img", "source", "video", "audio", "image"]);
/** What a page needs to look and work as it should, which no reader follows. */
const needs = new Set(["link", "script"]);
/** What only its end tag ends: what looks like tags in between is none. */
const opaque = new Set(["script", "style", "textarea", "title", "template", "xmp"]);

/** Takes the links and anchors of HTML, in order. */
export function takeTags(page: Collecting, html: string, placeOf: PlaceOf): void {
  let until = "";
  for (const tag of readTags(html)) {
    if (until !== "") {
      if (tag.closing && tag.name === until) until = "";
      continue;
    }
    if (tag.closing) continue;
    takeTag(page, tag, placeOf);
    if (opaque.has(tag.name)) until = tag.name;
  }
}

function takeTag(page: Collecting, tag: Tag, placeOf: PlaceOf): void {
  for (const attribute of tag.attributes) takeAttribute(page, { tag, attribute, placeOf });
  const isMute = tag.name === "img" && !tag.attributes.some(({ name }) => name === "alt");
  if (isMute) {
    const label = tag.attributes.find(({ name }) => name === "src")?.value ?? "";
    page.imagesWithoutText.push({ label, ...placeOf(tag.start) });
  }
}

interface Taking {
  readonly tag: Tag;
  readonly attribute: Attribute;
  readonly placeOf: PlaceOf;
}

function takeAttribute(page: Collecting, taking: Taking): void {
  const { name, value } = taking.attribute;
  if (isId(taking)) {
    page.anchors.push({ id: value, from: "html", ...taking.placeOf(taking.attribute.start) });
  } else if (linkAttributes.has(name)) takeAddress(page, taking);
  else if (name === "srcset") takeCandidates(page, taking);
}

const isId = ({ tag, attribute: { name, value } }: Taking): boolean =>
  value !== "" && (name === "id" || (name === "name" && tag.name === "a"));

function takeAddress(page: Collecting, { tag, attribute, placeOf }: Taking): void {
  const isOther = attribute.name === "data" && tag.name !== "object";
  if (isOther || !addressed.test(tag.name) || isResource(tag)) return;
  const span = () => spanOf(page, attribute, placeOf);
  const kind = images.has(tag.name) ? "image" : needs.has(tag.name) ? "resource" : "link";
  page.links.push({ url: attribute.value, kind, ...placeOf(tag.start), span });
}

function takeCandidates(page: Collecting, { attribute: { value, start }, placeOf }: Taking): void {
  for (const candidate of decodeEntities(value).split(/,\s+/)) {
    const [url = ""] = candidate.trim().split(/\s+/, 1);
    if (url !== "") page.links.push({ url, kind: "image", ...placeOf(start) });
  }
}

/** `<link rel="preconnect">` names a host, not a page. */
const isResource = (tag: Tag): boolean =>
  tag.name === "link" &&
  tag.attributes.some(({ name, value }) => name === "rel" && /preconnect|dns-prefetch/.test(value));

function spanOf(page: Collecting, attribute: Attribute, placeOf: PlaceOf): Span | undefined {
  const { value, start, end } = attribute;
  const quotes = end - start - value.length;
  if (quotes !== 2 || value.includes("\n") || value === "") return undefined;
  const { line, column } = placeOf(start);
  const isThere = lineAt(page.source, line).startsWith(value, column);
  return isThere ? { line, column: column + 1, endColumn: column + 1 + value.length } : undefined;
}

/** The text of one line, without counting all of them twice for a long page. */
function lineAt(source: string, line: number): string {
  if (known.source !== source) known = { source, lines: source.split("\n") };
  return known.lines[line - 1] ?? "";
}

let known: { source: string; lines: readonly string[] } = { source: "", lines: [] };

/** Makes the function that finds line and column of an offset in a text. */
export function placer(text: string): PlaceOf {
  let [line, lineStart, next] = [1, 0, text.indexOf("\n")];
  return (offset) => {
    // Tags come in order; an offset before the last one starts anew.
    if (offset < lineStart) [line, lineStart, next] = [1, 0, text.indexOf("\n")];
    while (next >= 0 && next < offset) {
      line++;
      lineStart = next + 1;
      next = text.indexOf("\n", lineStart);
    }
    return { line, column: offset - lineStart + 1 };
  };
}

/** Within one piece of raw HTML of a Markdown page, which begins at `start`. */
export function placerIn(page: Collecting, html: string, start: PlaceInText): PlaceOf {
  const inside = placer(html);
  return (offset) => {
    const { line, column } = inside(offset);
    if (line === 1) return { line: start.line, column: start.column + column - 1 };
    // The prefixes of quotes and lists are in the line of the page, and not in the piece.
    const written = html.slice(offset, html.indexOf("\n", offset) >>> 0);
    const found = lineAt(page.source, start.line + line - 1).indexOf(written);
    return { line: start.line + line - 1, column: found < 0 ? 1 : found + 1 };
  };
}
