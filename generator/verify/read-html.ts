import { decodeEntities } from "#markdown/entities.ts";
import type { WrittenLink } from "./document.ts";

const tags =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-zA-Z][^\s/>]*)([^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>/g;
const attributes = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g;
/** What stands between the tags of these is text, whatever it looks like. */
const rawText = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/i;

const linkAttributes = ["href", "src", "xlink:href", "poster", "data", "action", "formaction"];

type Collect = (value: string, at: number) => void;

/** Reads every link and anchor out of the text of emitted HTML. */
export function readHtml(html: string): {
  readonly links: readonly WrittenLink[];
  readonly anchors: readonly string[];
} {
  const links: WrittenLink[] = [];
  const anchors: string[] = [];
  const link: Collect = (url, at) => links.push({ url: decodeEntities(url), at });
  const anchor: Collect = (id) => anchors.push(decodeEntities(id));
  const collectors = new Map<string, Collect>([
    ...linkAttributes.map((name) => [name, link] as const),
    ["srcset", (set, at) => candidatesOf(set).forEach((url) => link(url, at))],
    ["id", anchor],
  ]);
  tags.lastIndex = 0;
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    const [, slash, name, rest] = match;
    if (name === undefined || slash !== "") continue;
    if (rest?.includes("=")) readAttributes(rest, match.index, collectors);
    if (rawText.test(name)) tags.lastIndex = endOfRawText(html, name, tags.lastIndex);
  }
  return { links, anchors };
}

function readAttributes(text: string, at: number, collectors: ReadonlyMap<string, Collect>): void {
  attributes.lastIndex = 0;
  for (let match = attributes.exec(text); match; match = attributes.exec(text)) {
    const [, name = "", double, single, bare] = match;
    collectors.get(name.toLowerCase())?.(double ?? single ?? bare ?? "", at);
  }
}

function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** `a.png 1x, b.png 2x` → `a.png`, `b.png` */
const candidatesOf = (set: string): readonly string[] =>
  set.split(/,\s+/).flatMap((candidate) => candidate.trim().split(/\s+/, 1));
