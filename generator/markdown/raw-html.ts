import { encodeAttribute } from "./entities.ts";
import { type Attribute, readTags } from "./html-tags.ts";

/** One link of a page, as it is written there. */
export interface PageLink {
  readonly url: string;
  readonly kind: "link" | "image" | "definition" | "html";
  readonly line: number;
  readonly column: number;
}

/** What raw HTML in a page says about links. */
export interface RawHtml {
  readonly links: readonly PageLink[];
  readonly ids: readonly string[];
  /** The same HTML with its links rewritten. */
  readonly html: string;
}

interface Surroundings {
  readonly place: { readonly line: number; readonly column: number };
  readonly source: () => string;
  readonly rewrite: ((url: string) => string) | undefined;
}

function placeOf(html: string, attribute: Attribute, around: Surroundings): [number, number] {
  const before = html.slice(0, attribute.start);
  const breaks = before.split("\n");
  const last = breaks.at(-1) ?? "";
  if (breaks.length === 1) return [around.place.line, around.place.column + before.length];
  // The prefixes of quotes and lists are not in the value: the line of the source has them.
  const line = around.place.line + breaks.length - 1;
  const written = html.slice(attribute.start, attribute.end);
  const found = (around.source().split("\n")[line - 1] ?? "").indexOf(written, last.length);
  return [line, (found < 0 ? last.length : found) + 1];
}

/** Reads the links and ids of one piece of raw HTML, and rewrites its links. */
export function readRawHtml(html: string, around: Surroundings): RawHtml {
  const attributes = readTags(html).flatMap((tag) => tag.attributes);
  const links = attributes.filter(({ name }) => name === "href" || name === "src");
  const ids = attributes.filter(({ name, value }) => (name === "id" || name === "name") && value);
  let rewritten = html;
  for (const attribute of links.toReversed()) {
    const url = around.rewrite?.(attribute.value) ?? attribute.value;
    if (url === attribute.value) continue;
    const { start, end } = attribute;
    rewritten = `${rewritten.slice(0, start)}"${encodeAttribute(url)}"${rewritten.slice(end)}`;
  }
  return {
    links: links.map((attribute) => {
      const [line, column] = placeOf(html, attribute, around);
      return { url: attribute.value, kind: "html", line, column };
    }),
    ids: ids.map(({ value }) => value),
    html: rewritten,
  };
}
