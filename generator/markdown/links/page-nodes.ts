import type { MdastReader } from "satteri";
import { engine } from "../engine.ts";
import type { PlaceInText } from "./page-links.ts";

/** The kinds of nodes that say something about links, by the engine's numbers. */
export const kinds = {
  heading: 2,
  html: 7,
  definition: 9,
  text: 10,
  inlineCode: 13,
  link: 15,
  image: 16,
  linkReference: 17,
  imageReference: 18,
  footnoteDefinition: 19,
  footnoteReference: 20,
  yaml: 25,
  toml: 26,
  jsxBlock: 100,
  jsxInline: 101,
} as const;

/** Where the texts of a node lie in its data: that of the other kinds begins it. */
export const fields = {
  value: 0,
  url: 0,
  alt: 8,
  identifier: 0,
  label: 8,
  definitionIdentifier: 16,
  definitionLabel: 24,
  referenceAlt: 20,
} as const;

export interface NodePosition {
  readonly start: PlaceInText & { readonly offset: number };
  readonly end: PlaceInText & { readonly offset: number };
}

/** An element of MDX with its attributes. */
export type JsxElement = ReturnType<MdastReader["getMdxJsxElementData"]>;

/**
 * A parsed page whose nodes are read where the engine left them. Of ten nodes one says something
 * about links; a tree of all of them takes longer than the parse.
 */
export interface PageNodes {
  /** All nodes, in the order of the page. */
  readonly walk: (visit: (node: number, kind: number) => void) => void;
  readonly kind: (node: number) => number;
  readonly children: (node: number) => readonly number[];
  readonly parent: (node: number) => number;
  /** Absent for what the engine made of bare text: an address without brackets. */
  readonly position: (node: number) => NodePosition | undefined;
  readonly text: (node: number, field: number) => string;
  readonly jsx: (node: number) => JsxElement;
}

type Handle = ReturnType<ReturnType<typeof engine>["createMdastHandle"]>;

/** Parses a page of Markdown. */
export const markdownNodes = (source: string): PageNodes =>
  nodesOf(engine().createMdastHandle(source));

/** Parses a page of MDX; throws where it is none. */
export const mdxNodes = (source: string): PageNodes =>
  nodesOf(engine().createMdxMdastHandle(source));

function nodesOf(handle: Handle): PageNodes {
  const { serializeHandle, dropHandle, MdastReader } = engine();
  const { buffer, byteOffset, length } = serializeHandle(handle);
  dropHandle(handle);
  const bytes = Buffer.from(buffer, byteOffset, length);
  const reader = new MdastReader(bytes);
  return {
    walk: (visit) => walk(reader, visit),
    kind: (node) => reader.getNodeType(node),
    children: (node) => reader.getChildIds(node),
    parent: (node) => reader.getParentId(node),
    position: (node) => reader.getPosition(node) as NodePosition | undefined,
    text: textReader(reader, bytes),
    jsx: (node) => reader.getMdxJsxElementData(node),
  };
}

function walk(reader: MdastReader, visit: (node: number, kind: number) => void): void {
  const ahead = [0];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    visit(node, reader.getNodeType(node));
    reader.pushChildIds(node, ahead);
  }
}

/** Decodes one text; the reader's own way decodes the whole page for the first. */
function textReader(reader: MdastReader, bytes: Buffer): PageNodes["text"] {
  const { stringPoolOffset } = reader.header;
  return (node, field) => {
    const data = reader.getTypeData(node);
    if (field + 8 > data.length) return "";
    const { offset, len } = reader.readStringRef(data, field);
    const start = stringPoolOffset + offset;
    return len === 0 ? "" : bytes.toString("utf8", start, start + len);
  };
}
