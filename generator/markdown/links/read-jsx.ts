import type { Nodes } from "mdast";
import { engine } from "../engine.ts";
import type { Collecting } from "./page-links.ts";

/** An element of MDX, as far as links are concerned. */
interface JsxElement {
  readonly type: "mdxJsxFlowElement" | "mdxJsxTextElement";
  readonly name: string | null;
  readonly attributes: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

/** `## Words {#id}`, which MDX would take for an expression; sites take it out before. */
const headingId = /^(#{1,6}[ \t].*)\{(#[^\s{}]+)\}([ \t]*)$/gm;
const [opening, closing] = ["\ue000", "\ue001"];

/** The tree of a page of MDX; of what is no MDX, the tree of its Markdown. */
export function mdxTree(source: string): Nodes {
  const masked = source.replace(headingId, `$1${opening}$2${closing}$3`);
  try {
    return engine().mdxToMdast(masked);
  } catch {
    return engine().markdownToMdast(source);
  }
}

/** The words of a heading as they were written. */
export const unmasked = (words: string): string =>
  words.replaceAll(opening, "{").replaceAll(closing, "}");

export const isJsx = (node: unknown): node is JsxElement =>
  /^mdxJsx(?:Flow|Text)Element$/.test((node as Nodes).type);

type Kind = "link" | "image" | "anchor";

const ofHtml = new Map<string, Kind>([
  ["href", "link"],
  ["src", "image"],
  ["id", "anchor"],
]);
/** Of a component nobody knows the attributes, but for what these two say in all of them. */
const ofComponents = new Map<string, Kind>([
  ["href", "link"],
  ["to", "link"],
]);

/** Takes the links and anchors of an element; what is not text is worked out when the page is made. */
export function takeJsx(page: Collecting, element: JsxElement): void {
  const kinds = /^[a-z]/.test(element.name ?? "") ? ofHtml : ofComponents;
  for (const { name = "", value } of element.attributes) {
    const kind = kinds.get(name);
    if (kind !== undefined && typeof value === "string") take(page, kind, { value, element });
  }
}

function take(
  page: Collecting,
  kind: Kind,
  { value, element }: { readonly value: string; readonly element: JsxElement },
): void {
  const { line, column } = element.position?.start ?? { line: 1, column: 1 };
  if (kind !== "anchor") page.links.push({ url: value, kind, line, column });
  else if (value !== "") page.anchors.push({ id: value, from: "html", line, column });
}
