import type { Words } from "../../view.ts";
import { attributeOf, withBreaks } from "../escape-html.ts";
import { markMethods, markStates, markVerdicts } from "./badges.ts";

/** Tables with fewer rows are taken in at a look, and get no tools. */
const fewestToolRows = 7;
/** Longer tables scroll in a place of their own, below their header. */
const longRows = 13;
/** Tables beyond this come in parts, so that scripts can show the first before the rest. */
const hugeRows = 400;
const rowsOfPart = 100;

/** A name in code or in a link, alone and long enough to make a column too wide. */
const longName = /(<code>|">)([^\s<]{16,})(?=<\/)/g;

/** A cell that is a day and nothing else. */
const date = /<td>(?=(?:\d{1,2} \p{L}{3} \d{4}|\d{4}-\d\d-\d\d)<)/gu;

/** Where a table stands: below which heading, and as which of the page. */
interface Place {
  readonly number: number;
  readonly heading: string;
}

/** A table in a place where it scrolls and that has a name, with room for the tools of scripts. */
export function fitTable(rows: string, { number, heading }: Place, words: Words): string {
  const count = countRows(rows);
  const label = attributeOf(words("site.table", { n: number, heading }));
  const tools =
    count < fewestToolRows || isIrregular(rows) ? "" : '<div class="table-tools"></div>';
  const look = `table${count < longRows ? "" : " long"}${count < hugeRows ? "" : " huge"}`;
  const body = fitRows(count < hugeRows ? rows : inParts(rows), words);
  return `${tools}<div class="${look}" role="region" tabindex="0" aria-label="${label}"><table>${body}</table></div>`;
}

/** Cells that span others cannot be sorted or left out; without a header there is no column. */
const isIrregular = (rows: string): boolean =>
  !rows.includes("<thead>") || (rows.includes("span=") && spanning.test(rows));

const spanning = /<t[dh][^>]* (?:col|row)span=/;

/** The rows below the header, of which Markdown has one. */
const countRows = (rows: string): number => rows.split("<tr>").length - 2;

function inParts(rows: string): string {
  let count = -2;
  return rows.replaceAll("<tr>", (row) => {
    count++;
    return count > 0 && count % rowsOfPart === 0 ? `</tbody>\n<tbody>\n${row}` : row;
  });
}

const fitRows = (rows: string, words: Words): string =>
  markVerdicts(markStates(markMethods(rows), words("reports.severity-critical")))
    .replace(date, '<td class="date">')
    .replace(longName, (_, before: string, name: string) => before + withBreaks(name));
