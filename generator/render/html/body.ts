import { decodeEntities } from "#markdown/entities.ts";
import type { Words } from "../view.ts";
import type { Drawings } from "./drawings.ts";
import { withBreaks, withoutTags } from "./escape-html.ts";

const pieces = new RegExp(
  [
    String.raw`<h(?<depth>[1-6])(?<id>(?: id="[^"]*")?)>(?<content>[\s\S]*?)</h\k<depth>>`,
    "</?table>",
    '<pre><code class="language-mermaid">(?<chart>[^<]*)</code></pre>',
    "<pre>",
    "<td[^>]*>(?<cell>[\\s\\S]*?)</td>",
    '<input type="checkbox"(?<box>[^>]*)>',
  ].join("|"),
  "g",
);

/** Tags as they are, and names that alone would make a column too wide. */
const longNames = /(<[^>]*>)|[^\s<>]{16,}/g;

type Piece = Readonly<Record<"depth" | "id" | "content" | "chart" | "cell" | "box", string>>;

/**
 * Fits the HTML of a page's Markdown for the site: headings get a link to themselves, wide tables
 * and code scroll in a place that the keyboard reaches, and fences that are drawings are drawn.
 */
export function fitBody(html: string, words: Words, drawings: Drawings = new Map()): string {
  let heading = "";
  let tables = 0;
  return html.replace(pieces, (whole: string, ...found: unknown[]) => {
    const piece = found.at(-1) as Partial<Piece>;
    if (piece.depth !== undefined) {
      heading = withoutTags(piece.content ?? "");
      return fitHeading(piece as Piece, heading, words);
    }
    if (piece.chart !== undefined) {
      return fitChart(whole, drawings.get(decodeEntities(piece.chart).trimEnd()), heading);
    }
    return whole === "<table>"
      ? openTable(++tables, heading, words)
      : fitPiece(whole, piece, words);
  });
}

function fitPiece(whole: string, { cell, box }: Partial<Piece>, words: Words): string {
  if (whole === "</table>") return "</table></div>";
  if (whole === "<pre>") return openPre;
  if (cell !== undefined) {
    return whole.replace(longNames, (text, tag?: string) => tag ?? withBreaks(text));
  }
  const word = box?.includes("checked") ? "site.task-done" : "site.task-open";
  return `<input type="checkbox" aria-label="${attributeOf(words(word))}"${box ?? ""}>`;
}

/** A fence that no view drew is somebody's own, and stays code. */
const fitChart = (whole: string, drawing: string | undefined, heading: string): string =>
  drawing === undefined
    ? whole.replace("<pre>", openPre)
    : `<div class="drawing" role="region" tabindex="0" aria-label="${attributeOf(heading)}">${drawing}</div>`;

const openPre = '<pre tabindex="0">';

function fitHeading({ depth, id, content }: Piece, heading: string, words: Words): string {
  const open = `<h${depth}${id}>`;
  // The anchor that a template wrote is meant to last; the id made of the words is not.
  const target = /<a id="([^"]*)">/.exec(content)?.[1] ?? / id="([^"]*)"/.exec(id)?.[1];
  if (depth === "1" || target === undefined) return `${open}${content}</h${depth}>`;
  const label = attributeOf(words("site.link-to", { heading }));
  const link = `<a class="anchor" href="#${encodeFragment(target)}" aria-label="${label}">#</a>`;
  return `${open}${content} ${link}</h${depth}>`;
}

function openTable(number: number, heading: string, words: Words): string {
  const label = attributeOf(words("site.table", { n: number, heading }));
  return `<div class="table" role="region" tabindex="0" aria-label="${label}"><table>`;
}

/** The heading is escaped already; only the quotes of the words around it are not. */
const attributeOf = (text: string): string => text.replaceAll('"', "&quot;");

/** An id, escaped as HTML, as a fragment of a link. */
const encodeFragment = (id: string): string => id.replaceAll("%", "%25").replaceAll(" ", "%20");
