import { type OutputFile, textOf } from "#model/pages/page.ts";
import type { Document, WrittenLink } from "./document.ts";
import { type HtmlLinks, readHtml } from "./read-html.ts";

type Read = Pick<Document, "parts" | "anchors" | "lineOf">;

/** What pages share is short; a longer piece is one page's own, and is not kept in mind. */
const longestShared = 2000;

/** Makes the function that reads the HTML of pages; each piece that they share is read once. */
export function htmlReader(): (content: OutputFile["content"]) => Read {
  const known = new Map<string, HtmlLinks>();
  const read = (piece: string): HtmlLinks => {
    if (piece.length > longestShared) return readHtml(piece);
    const found = known.get(piece) ?? readHtml(piece);
    known.set(piece, found);
    return found;
  };
  return (content) => {
    const pieces = isText(content) ? [textOf(content)] : content;
    const parts = pieces.map(read);
    // What begins in one piece and ends in another is read in one go.
    const isCut = parts.some(({ isOpen }, index) => isOpen && index < parts.length - 1);
    return isCut
      ? describe([pieces.join("")], [readHtml(pieces.join(""))])
      : describe(pieces, parts);
  };
}

const isText = (content: OutputFile["content"]): content is string | Uint8Array =>
  typeof content === "string" || content instanceof Uint8Array;

const describe = (pieces: readonly string[], parts: readonly HtmlLinks[]): Read => ({
  parts: parts.filter(({ links }) => links.length > 0),
  anchors: parts.flatMap(({ anchors }) => anchors),
  lineOf: (link) => lineOf(link, pieces, parts),
});

/** Reads the link's piece again: nearly all links are right, and nobody asks where they stand. */
function lineOf(link: WrittenLink, pieces: readonly string[], parts: readonly HtmlLinks[]): number {
  const piece = parts.findIndex(({ links }) => links.includes(link));
  const text = pieces[piece] ?? "";
  const places: number[] = [];
  readHtml(text, places);
  const at = places[parts[piece]?.links.indexOf(link) ?? 0] ?? 0;
  const before = [...pieces.slice(0, piece), text.slice(0, at)].join("");
  return before.split("\n").length;
}
