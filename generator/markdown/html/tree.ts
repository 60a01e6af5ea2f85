import type { Nodes } from "mdast";
import { decodeEntities } from "../entities.ts";
import {
  blockElements,
  endedBy,
  isElement,
  openEnded,
  rawElements,
  scopes,
  voidElements,
} from "./elements.ts";
import { readTags, type Tag } from "./tags.ts";

/** An element of raw HTML, with what stands up to its end. */
export interface Element {
  readonly type: "element";
  readonly name: string;
  readonly tag: Tag;
  readonly children: Part[];
  readonly span: Span;
  /** Its end is where its author says. */
  closed: boolean;
}

/** Text of raw HTML, as it is shown but with its white space. */
export interface Words {
  readonly type: "words";
  readonly value: string;
  /** Where it stands, when it stands there just so. */
  readonly span?: Span;
}

/** Offsets in the text. */
export interface Span {
  readonly start: number;
  end: number;
}

export type Part = Element | Words | Exclude<Nodes, { type: "html" }>;

/** Elements inside one another beyond this are taken for what is inside them. */
const deepest = 50;

interface Building {
  readonly source: string;
  readonly root: Part[];
  readonly open: Element[];
}

/** Sibling nodes with their raw HTML as elements, which reach over several nodes. */
export function buildElements(nodes: readonly Nodes[], source: string): readonly Part[] {
  const building: Building = { source, root: [], open: [] };
  for (const node of nodes) {
    if (node.type === "html") readHtml(node.value, node.position?.start.offset ?? 0, building);
    else add(node, building);
  }
  return building.root;
}

const add = (part: Part, { open, root }: Building): unknown =>
  (open.at(-1)?.children ?? root).push(part);

function readHtml(html: string, offset: number, building: Building): void {
  let done = 0;
  const unclosed = new Set<string>();
  const text = (end: number): void => {
    const written = html.slice(done, end);
    if (written.replace(comments, "") !== "") addWords(written, offset + done, building);
  };
  for (const tag of readTags(html)) {
    if (tag.start < done) continue;
    text(tag.start);
    done = tag.end;
    const written = html.slice(tag.start, tag.end);
    if (!isElement(tag.name, written)) addWords(written, offset + tag.start, building);
    else if (tag.closing) close(tag.name, offset + tag.end, building);
    else {
      open(tag, { start: offset + tag.start, end: offset + tag.end }, building);
      if (rawElements.has(tag.name)) done = endOfRaw(html, tag, unclosed);
    }
  }
  text(html.length);
}

const comments = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>/g;

/** Where the text of such an element ends; where nothing ends it, it is no text of its own. */
function endOfRaw(html: string, { name, end }: Tag, unclosed: Set<string>): number {
  if (unclosed.has(name)) return end;
  const found = html.slice(end).search(new RegExp(`</${name}`, "i"));
  if (found < 0) unclosed.add(name);
  return found < 0 ? end : end + found;
}

function addWords(written: string, start: number, building: Building): void {
  const end = start + written.length;
  const isThere = building.source.startsWith(written, start);
  const value = decodeEntities(written.replace(comments, ""));
  add({ type: "words", value, ...(isThere && { span: { start, end } }) }, building);
}

function open(tag: Tag, span: Span, building: Building): void {
  const { name } = tag;
  const element: Element = { type: "element", name, tag, children: [], span, closed: false };
  endOthers(name, span.start, building);
  const isVoid = voidElements.has(name);
  if (!isVoid && building.open.length >= deepest) return;
  add(element, building);
  if (isVoid) element.closed = true;
  else building.open.push(element);
}

/** `<li>` ends the item before it, and a block ends a paragraph. */
function endOthers(name: string, at: number, building: Building): void {
  const ended = endedBy[name] ?? (blockElements.has(name) ? ["p"] : []);
  const { open } = building;
  const scope = open.findLastIndex((each) => scopes.has(each.name));
  const first = open.findIndex((each, index) => index > scope && ended.includes(each.name));
  if (first >= 0) closeFrom(first, at, building);
}

function close(name: string, at: number, building: Building): void {
  const index = building.open.findLastIndex((each) => each.name === name);
  const element = building.open[index];
  if (!element) return;
  element.closed = true;
  closeFrom(index, at, building);
}

function closeFrom(index: number, at: number, { open }: Building): void {
  for (const element of open.splice(index)) {
    element.span.end = at;
    if (openEnded.has(element.name)) element.closed = true;
  }
}

export const attributeOf = ({ tag }: Element, name: string): string | undefined =>
  tag.attributes.find((attribute) => attribute.name === name)?.value;

/** The words of parts, as they stand. */
export function textOf(parts: readonly Part[]): string {
  return parts
    .map((part): string => {
      if (part.type === "element") return part.name === "br" ? "\n" : textOf(part.children);
      if ("value" in part) return part.value;
      return "children" in part ? textOf(part.children as readonly Part[]) : "";
    })
    .join("");
}
