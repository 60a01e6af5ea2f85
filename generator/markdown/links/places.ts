import type { Collecting, PlaceInText, Span } from "./page-links.ts";
import { fields, kinds, type NodePosition, type PageNodes } from "./page-nodes.ts";

/** What may follow an address in a link or a definition: the rest of its brackets, and a title. */
const tail = /^>?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)?$/;
/** What stands before one: the opening of a link, of a definition, or of the address in brackets. */
const opening = /(?:\]\(\s*<?|\]:\s*<?|^<)$/;

/** Where the address of a link stands, if that is certain and all in one line. */
export function addressSpan(
  source: string,
  url: string,
  { start, end }: NodePosition,
): Span | undefined {
  if (url === "") return undefined;
  const text = source.slice(start.offset, end.offset);
  for (let at = text.lastIndexOf(url); at >= 0; at = text.lastIndexOf(url, at - 1)) {
    const rest = text.slice(at + url.length);
    if (rest.includes("\n")) return undefined;
    if (opening.test(text.slice(0, at)) && tail.test(rest)) {
      const column = end.column - (text.length - at);
      return { line: end.line, column, endColumn: column + url.length };
    }
    if (at === 0) return undefined;
  }
  return undefined;
}

/** Where an address without brackets stands, which the engine does not tell: after the one before. */
export function bareAddressPlace(page: Collecting, nodes: PageNodes, node: number): PlaceInText {
  let above = nodes.parent(node);
  let position = nodes.position(above);
  while (!position && above > 0) {
    above = nodes.parent(above);
    position = nodes.position(above);
  }
  const { line, column, offset } = position?.start ?? { line: 1, column: 1, offset: 0 };
  const [shown = -1] = nodes.children(node);
  const words =
    shown >= 0 && nodes.kind(shown) === kinds.text ? nodes.text(shown, fields.value) : "";
  const at = page.source.indexOf(words, Math.max(offset, page.bareEnd));
  if (words === "" || at < 0) return { line, column };
  page.bareEnd = at + words.length;
  const lineStart = page.source.lastIndexOf("\n", at - 1) + 1;
  const lines = page.source.slice(offset, at).split("\n").length - 1;
  return { line: line + lines, column: at - lineStart + 1 };
}
