import type { BlockContent, Heading, List, ListItem, PhrasingContent, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { escapeHtml } from "../escape/html.ts";
import { trimmed } from "../prose/trimmed.ts";
import { blockElements, isDangerous } from "./elements.ts";
import { anchorsOf, at, isPhrasing, ownHtml, phrasing } from "./phrasing.ts";
import { tableOf } from "./table.ts";
import { attributeOf, type Element, type Part, textOf } from "./tree.ts";

/** Whether a part stands on lines of its own, or holds what does. */
function isBlock(part: Part): boolean {
  if (part.type !== "element") return !isPhrasing(part);
  if (isDangerous(part.name) || part.name === "a") return false;
  return blockElements.has(part.name) || part.children.some(isBlock);
}

/** Breaks before and after the words only make space. */
function paragraph(nodes: readonly PhrasingContent[]): readonly RootContent[] {
  const isSpace = (node: PhrasingContent): boolean =>
    (node.type === "html" && node.value === "<br>") ||
    (node.type === "text" && node.value.trim() === "");
  const from = nodes.findIndex((node) => !isSpace(node));
  const children = trimmed(nodes.slice(from, nodes.findLastIndex((node) => !isSpace(node)) + 1));
  return from >= 0 && children.length > 0 ? [{ type: "paragraph", children }] : [];
}

/** Parts as blocks: what is inline comes together in paragraphs. */
export function blocks(parts: readonly Part[]): RootContent[] {
  const output: RootContent[] = [];
  let row: Part[] = [];
  const flush = (): void => {
    output.push(...paragraph(phrasing(row)));
    row = [];
  };
  for (const part of parts) {
    if (!isBlock(part)) row.push(part);
    else {
      flush();
      output.push(...(part.type === "element" ? convert(part) : [part as RootContent]));
    }
  }
  flush();
  return output;
}

type Converter = (element: Element) => readonly RootContent[];

/** A heading without words would have no name: it is a paragraph. */
function heading(element: Element): readonly RootContent[] {
  const children = trimmed(phrasing(element.children));
  const depth = Number(element.name.slice(1)) as Heading["depth"];
  const anchored = [...anchorsOf(element), ...children];
  const hasWords =
    toString({ type: "heading", children }, { includeImageAlt: false }).trim() !== "";
  return hasWords
    ? [{ type: "heading", depth, children: anchored, ...at(element.span) }]
    : paragraph(anchored);
}

function list(element: Element): readonly RootContent[] {
  const items = element.children.flatMap((part): readonly ListItem[] => {
    const isItem = part.type === "element" && part.name === "li";
    const children = blocks(isItem ? part.children : [part]) as BlockContent[];
    const anchors = isItem ? paragraph(anchorsOf(part)) : [];
    const all = [...(anchors as BlockContent[]), ...children];
    return all.length > 0 ? [{ type: "listItem", spread: false, children: all }] : [];
  });
  const start = Number(attributeOf(element, "start") ?? 1);
  const ordered = element.name === "ol";
  const made: List = { type: "list", ordered, spread: false, children: items };
  const isNumber = Number.isInteger(start) && start >= 0 && start < 1e9;
  return items.length > 0 ? [ordered ? { ...made, start: isNumber ? start : 1 } : made] : [];
}

const preformatted: Converter = ({ children }) => {
  const value = textOf(children).replace(/^\n/, "").replace(/\s+$/, "");
  return value === "" ? [] : [{ type: "code", value }];
};

const isSummary = (part: Part): part is Element =>
  part.type === "element" && part.name === "summary";

/** What a fold shows when it is closed is text alone: its links come first when it is open. */
const details: Converter = ({ children }) => {
  const summary = children.find(isSummary);
  const words = phrasing(summary?.children ?? []);
  const text = toString({ type: "paragraph", children: [...words] }).trim();
  const shown = text === "" ? "" : ` <summary>${escapeHtml(text)}</summary>`;
  const hasLinks = words.some(({ type }) => type === "link" || type === "image");
  return [
    ownHtml(`<details>${shown}`),
    ...(hasLinks ? paragraph(words) : []),
    ...blocks(children.filter((part) => part !== summary)),
    ownHtml("</details>"),
  ];
};

/** What a list defines is strong, and its meaning stands below. */
const term: Converter = ({ children }) =>
  paragraph([{ type: "strong", children: trimmed(phrasing(children)) }]);

const converters: Readonly<Record<string, Converter>> = {
  blockquote: ({ children }) => [
    { type: "blockquote", children: blocks(children) as BlockContent[] },
  ],
  details,
  dt: term,
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hr: () => [{ type: "thematicBreak" }],
  ol: list,
  pre: preformatted,
  table: (element) => tableOf(element, blocks),
  ul: list,
};

function convert(element: Element): readonly RootContent[] {
  const { name, children, closed } = element;
  const converter = closed && Object.hasOwn(converters, name) ? converters[name] : undefined;
  const made = converter ? converter(element) : blocks(children);
  return /^h[1-6]$/.test(name) && converter ? made : [...paragraph(anchorsOf(element)), ...made];
}
