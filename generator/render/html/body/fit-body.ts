import { decodeEntities } from "#markdown/entities.ts";
import type { Words } from "../../view.ts";
import { attributeOf, withoutTags } from "../escape-html.ts";
import { openState, statePattern, verdictBadge, verdictPattern } from "./badges.ts";
import type { Drawings } from "./drawings.ts";
import { fitHeading } from "./fit-heading.ts";
import { fitTable } from "./fit-table.ts";
import { plainAnchors } from "./plain-anchors.ts";

const pieces = new RegExp(
  [
    String.raw`<h(?<depth>[1-6])(?<id>(?: id="[^"]*")?)>(?<content>[\s\S]*?)</h\k<depth>>`,
    String.raw`<blockquote>\n<p>\[!(?<alert>note|tip|important|warning|caution)\] *(?<end>\n|</p>\n)`,
    '<pre><code class="language-mermaid">(?<chart>[^<]*)</code></pre>',
    "<pre>",
    '<input type="checkbox"(?<box>[^>]*)>',
    verdictPattern,
    statePattern,
    String.raw`<!-- (?<shape>cards|figures|columns) -->\n<ul>`,
  ].join("|"),
  "gi",
);

type Piece = Readonly<
  Record<
    "depth" | "id" | "content" | "chart" | "box" | "alert" | "end" | "verdict" | "state" | "shape",
    string
  >
>;

/**
 * Fits the HTML of a page's Markdown for the site: headings get a link to themselves, wide tables
 * and code scroll in a place that the keyboard reaches, fences that are drawings are drawn, and
 * states, verdicts and methods are told apart by colour besides their words.
 */
export function fitBody(html: string, words: Words, drawings: Drawings = new Map()): string {
  let heading = "";
  let tables = 0;
  const plainOf = plainAnchors(html);
  const fit = (text: string): string =>
    text.replace(pieces, (whole: string, ...found: unknown[]) => {
      const piece = found.at(-1) as Partial<Piece>;
      if (piece.depth !== undefined) {
        heading = withoutTags(piece.content ?? "");
        return fitHeading(piece as Piece, plainOf, words("site.link-to", { heading }));
      }
      if (piece.chart !== undefined) {
        return fitChart(whole, drawings.get(decodeEntities(piece.chart).trimEnd()), heading);
      }
      return fitPiece(whole, piece, words);
    });
  return aroundTables(html, fit, (rows) => fitTable(rows, { number: ++tables, heading }, words));
}

const [tableStart, tableEnd] = ["<table>", "</table>"];

/** Most of a page is tables, whose ends are found sooner than by an expression. */
function aroundTables(
  html: string,
  fit: (text: string) => string,
  fitRows: (rows: string) => string,
): string {
  let output = "";
  let done = 0;
  for (let at = html.indexOf(tableStart); at >= 0; at = html.indexOf(tableStart, done)) {
    const end = html.indexOf(tableEnd, at);
    if (end < 0) break;
    output += fit(html.slice(done, at)) + fitRows(html.slice(at + tableStart.length, end));
    done = end + tableEnd.length;
  }
  return output + fit(html.slice(done));
}

function fitPiece(whole: string, piece: Partial<Piece>, words: Words): string {
  const { box, alert, end = "", verdict, state, shape } = piece;
  if (alert !== undefined) return openAlert(alert.toLowerCase(), end, words);
  if (verdict !== undefined) return verdictBadge(verdict);
  if (state !== undefined) return openState(state);
  if (shape !== undefined) return `<ul class="${shape}">`;
  if (whole === "<pre>") return openPre;
  const word = box?.includes("checked") ? "site.task-done" : "site.task-open";
  return `<input type="checkbox" aria-label="${attributeOf(words(word))}"${box ?? ""}>`;
}

/** `> [!NOTE]`: a quote that is marked, and says with what. */
const openAlert = (kind: string, end: string, words: Words): string =>
  `<blockquote class="alert alert-${kind}">\n<p class="alert-title">${words(`site.alert-${kind}`)}</p>\n${end === "\n" ? "<p>" : ""}`;

/** A fence that no view drew is somebody's own, and stays code. */
const fitChart = (whole: string, drawing: string | undefined, heading: string): string =>
  drawing === undefined
    ? whole.replace("<pre>", openPre)
    : `<div class="drawing" role="region" tabindex="0" aria-label="${attributeOf(heading)}">${drawing}</div>`;

const openPre = '<pre tabindex="0">';
