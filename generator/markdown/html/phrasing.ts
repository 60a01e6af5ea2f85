import type { Html, HtmlData, Nodes, PhrasingContent, Text } from "mdast";
import { phrasingOf } from "../prose/flatten.ts";
import { trimmed } from "../prose/trimmed.ts";
import { blockElements, isDangerous, openEnded } from "./elements.ts";
import { attributeOf, type Element, type Part, type Span, textOf, type Words } from "./tree.ts";

/** HTML of our own making; `data.anchor` is an id that the author gave to a place. */
export interface OwnHtml extends Html {
  data?: HtmlData & { readonly anchor: string };
}

export const ownHtml = (value: string): OwnHtml => ({ type: "html", value });

/** Offsets alone; lines are counted where somebody asks for them. */
export const at = ({ start, end }: Span) => ({
  position: {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  },
});

/** The anchor of an element that has an id, and of `<a name>`. */
export function anchorsOf(element: Element): readonly OwnHtml[] {
  const name = element.name === "a" ? attributeOf(element, "name") : undefined;
  const id = attributeOf(element, "id") ?? name;
  return id ? [{ ...ownHtml(""), data: { anchor: id } }] : [];
}

const wordsAsText = ({ value, span }: Words): Text => ({
  type: "text",
  value: value.replace(/\s+/g, " "),
  ...(span && at(span)),
});

const phrasingNodes = new Set<string>([
  "break",
  "delete",
  "emphasis",
  "footnoteReference",
  "html",
  "image",
  "imageReference",
  "inlineCode",
  "link",
  "linkReference",
  "strong",
  "text",
  "words",
]);

/** Whether a node stands in a row of words. */
export const isPhrasing = ({ type }: Part | Nodes): boolean => phrasingNodes.has(type);

const space: Text = { type: "text", value: " " };

type Wrapper = "strong" | "emphasis" | "delete";

const wrappers: Readonly<Record<string, Wrapper>> = {
  b: "strong",
  strong: "strong",
  i: "emphasis",
  em: "emphasis",
  cite: "emphasis",
  dfn: "emphasis",
  var: "emphasis",
  del: "delete",
  s: "delete",
  strike: "delete",
};

/** Markdown's marks hold no blanks at their ends, nor the same marks again. */
function wrap(type: Wrapper, parts: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const children = parts.flatMap((part) => (part.type === type ? part.children : [part]));
  const inner = trimmed(children);
  if (inner.length === 0) return parts;
  return spaced(children, { type, children: inner });
}

/** A node instead of others, between the blanks that were at their ends. */
function spaced(
  nodes: readonly PhrasingContent[],
  node: PhrasingContent,
): readonly PhrasingContent[] {
  const [first] = nodes;
  const last = nodes.at(-1);
  const before = first?.type === "text" && /^\s/.test(first.value) ? [space] : [];
  const after = last?.type === "text" && /\s$/.test(last.value) ? [space] : [];
  return [...before, node, ...after];
}

type Converter = (element: Element) => readonly PhrasingContent[];

const kept: Converter = (element) => [
  ownHtml(`<${element.name}>`),
  ...phrasing(element.children),
  ownHtml(`</${element.name}>`),
];

function link(element: Element): readonly PhrasingContent[] {
  const url = attributeOf(element, "href");
  const children = phrasing(element.children);
  if (url === undefined) return children;
  const title = attributeOf(element, "title");
  const words = trimmed(children);
  const shown = words.length > 0 ? words : [...children];
  return spaced(children, {
    type: "link",
    url,
    children: shown,
    ...(title && { title }),
    ...at(element.span),
  });
}

function image(element: Element): readonly PhrasingContent[] {
  const url = attributeOf(element, "src");
  if (!url) return [];
  const title = attributeOf(element, "title");
  const alt = attributeOf(element, "alt") ?? "";
  return [{ type: "image", url, alt, ...(title && { title }), ...at(element.span) }];
}

/** A page plays nothing by itself: what could be played is linked. */
function media(element: Element): readonly PhrasingContent[] {
  const sources = element.children.filter(
    (part) => part.type === "element" && part.name === "source",
  );
  const url = [element, ...(sources as readonly Element[])]
    .map((each) => attributeOf(each, "src"))
    .find(Boolean);
  const words = phrasing(element.children);
  if (!url) return words;
  const label = url.slice(url.lastIndexOf("/") + 1) || url;
  const play: PhrasingContent = {
    type: "link",
    url,
    children: [{ type: "text", value: label }],
    ...at(element.span),
  };
  return [play, ...words];
}

/** Code that holds links or marks stays words, since code has none. */
function code(element: Element): readonly PhrasingContent[] {
  const isPlain = element.children.every(({ type }) => type === "words" || type === "text");
  const value = textOf(element.children).replace(/\s+/g, " ").trim();
  return isPlain && value !== "" ? [{ type: "inlineCode", value }] : phrasing(element.children);
}

const quote: Converter = (element) => [
  { type: "text", value: "“" },
  ...phrasing(element.children),
  { type: "text", value: "”" },
];

const converters: Readonly<Record<string, Converter>> = {
  a: link,
  audio: media,
  br: () => [ownHtml("<br>")],
  code,
  img: image,
  kbd: kept,
  q: quote,
  samp: code,
  sub: kept,
  sup: kept,
  tt: code,
  video: media,
};

function convert(element: Element): readonly PhrasingContent[] {
  const { name, children, closed } = element;
  if (isDangerous(name) && (closed || children.length === 0)) return [];
  const anchors = anchorsOf(element);
  if (!closed) return [...anchors, ...phrasing(children)];
  const wrapper = wrappers[name];
  if (wrapper) return [...anchors, ...wrap(wrapper, phrasing(children))];
  const converter = Object.hasOwn(converters, name) ? converters[name] : undefined;
  if (converter) return [...anchors, ...converter(element)];
  const isApart = blockElements.has(name) || openEnded.has(name);
  const words = phrasing(children);
  return isApart ? [space, ...anchors, ...words, space] : [...anchors, ...words];
}

/** Parts as words in one row, whatever they are. */
export const phrasing = (parts: readonly Part[]): readonly PhrasingContent[] =>
  parts.flatMap((part): readonly PhrasingContent[] => {
    if (part.type === "element") return convert(part);
    if (part.type === "words") return [wordsAsText(part)];
    return isPhrasing(part) ? [part as PhrasingContent] : phrasingOf(part);
  });
