import { decodeEntities } from "../entities.ts";

/** One tag of raw HTML, and where it starts in the text that was scanned. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: readonly Attribute[];
  readonly start: number;
  readonly end: number;
}

export interface Attribute {
  /** In lower case. */
  readonly name: string;
  /** Without quotes, its character references decoded. */
  readonly value: string;
  /** Where the written value lies in the scanned text, quotes included. */
  readonly start: number;
  readonly end: number;
}

const skipped = String.raw`<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>`;
const attribute = String.raw`[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>${"`"}]+))?`;
const tagPattern = new RegExp(
  String.raw`${skipped}|<(/?)([a-zA-Z][^\s/>]*)((?:[\s/]+${attribute})*)[\s/]*>`,
  "g",
);
const attributePattern = new RegExp(
  String.raw`([^\s"'<>/=]+)(?:(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'=<>${"`"}]+))?`,
  "g",
);

const unquoted = (value: string): string => (/^["']/.test(value) ? value.slice(1, -1) : value);

function readAttributes(text: string, offset: number): readonly Attribute[] {
  return [...text.matchAll(attributePattern)].map((match) => {
    const [, name = "", equals = "", value = ""] = match;
    const start = offset + match.index + name.length + equals.length;
    const decoded = decodeEntities(unquoted(value));
    return { name: name.toLowerCase(), value: decoded, start, end: start + value.length };
  });
}

/** The tags in raw HTML, in order; comments, declarations and what is not a tag are passed over. */
export function readTags(html: string): readonly Tag[] {
  if (!html.includes("<")) return [];
  const tags: Tag[] = [];
  for (const match of html.matchAll(tagPattern)) {
    const [whole, slash = "", name, attributes = ""] = match;
    if (name === undefined) continue;
    const start = match.index;
    tags.push({
      name: name.toLowerCase(),
      closing: slash !== "",
      attributes: readAttributes(attributes, start + 1 + slash.length + name.length),
      start,
      end: start + whole.length,
    });
  }
  return tags;
}
