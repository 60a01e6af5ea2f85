import type { Collecting, PlaceInText } from "./page-links.ts";
import { type JsxElement, markdownNodes, mdxNodes, type PageNodes } from "./page-nodes.ts";

/** `## Words {#id}`, which MDX would take for an expression; sites take it out before. */
const headingId = /^(#{1,6}[ \t].*)\{(#[^\s{}]+)\}([ \t]*)$/gm;
const [opening, closing] = ["\ue000", "\ue001"];

/** Parses a page of MDX; of what is no MDX, its Markdown. */
export function mdxPage(source: string): PageNodes {
  const masked = source.replace(headingId, `$1${opening}$2${closing}$3`);
  try {
    return mdxNodes(masked);
  } catch {
    return markdownNodes(source);
  }
}

/** The words of a heading as they were written. */
export const unmasked = (words: string): string =>
  words.replaceAll(opening, "{").replaceAll(closing, "}");

type Kind = "link" | "image" | "anchor";

const ofHtml = new Map<string, Kind>([
  ["href", "link"],
  ["src", "image"],
  ["id", "anchor"],
]);
/** What components are called that take an address for what it is; others make one of it. */
const linking =
  /^(?:Nav|Doc|Text)?Link(?:Card|Button|Item)?$|^(?:Icon)?Card$|^(?:Anchor|Button|Tile)$/;
const ofComponents = new Map<string, Kind>([
  ["href", "link"],
  ["to", "link"],
]);

/** Takes the links and anchors of an element; what is not text is worked out when the page is made. */
export function takeJsx(page: Collecting, { name, attributes }: JsxElement, at: PlaceInText): void {
  const isHtml = /^[a-z]/.test(name ?? "");
  if (!isHtml && !linking.test(name ?? "")) return;
  const kinds = isHtml ? ofHtml : ofComponents;
  for (const attribute of attributes) {
    if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value !== "string") continue;
    const kind = kinds.get(attribute.name);
    if (kind !== undefined) take(page, kind, { value: attribute.value, ...at });
  }
}

function take(page: Collecting, kind: Kind, found: PlaceInText & { readonly value: string }): void {
  const { value, line, column } = found;
  if (kind !== "anchor") page.links.push({ url: value, kind, line, column });
  else if (value !== "") page.anchors.push({ id: value, from: "html", line, column });
}
