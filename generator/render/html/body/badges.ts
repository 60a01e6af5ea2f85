/** How something stands, as a colour and a sign tell it; the words beside them say it all. */
type Tone = "good" | "bad" | "warn" | "busy" | "open";

/** The sign that a word of state begins with, in every language. */
const toneOfSign: Readonly<Record<string, Tone>> = {
  "✔": "good",
  "☑": "good",
  "●": "good",
  "✘": "bad",
  "⚠": "warn",
  "⚑": "warn",
  "◐": "warn",
  "◕": "warn",
  "◌": "warn",
  "◔": "busy",
  "▶": "busy",
  "?": "open",
  "∅": "open",
  "○": "open",
  "☐": "open",
  "⊘": "open",
  "»": "open",
};

const toneOfVerdict: Readonly<Record<string, Tone>> = {
  GO: "good",
  "NO-GO": "bad",
  CONDITIONAL: "warn",
  PENDING: "busy",
  UNDETERMINED: "open",
  TAMPERED: "bad",
};

const signs = Object.keys(toneOfSign).join("");
const verdicts = Object.keys(toneOfVerdict).join("|");

/** For the one expression that looks for everything in a page: a verdict in bold. */
export const verdictPattern = String.raw`<strong>(?<verdict>(?:[${signs}] )?(?:${verdicts}))</strong>`;

/** For the same: a quote that opens with a state is the state of what the page is about. */
export const statePattern = String.raw`<blockquote>\n<p>(?=(?:<strong>)?(?<state>[${signs}]) )`;

/** The verdict as a badge; a word that is written otherwise is somebody's own and stays bold. */
export function verdictBadge(verdict: string): string {
  const tone = toneOfVerdict[verdict.replace(/^\S /, "")];
  return tone === undefined
    ? `<strong>${verdict}</strong>`
    : `<strong class="badge ${tone}">${verdict}</strong>`;
}

const everyVerdict = new RegExp(verdictPattern, "g");

/** The verdicts among the cells of a table. */
export const markVerdicts = (rows: string): string =>
  rows.replace(everyVerdict, (_, verdict: string) => verdictBadge(verdict));

export const openState = (sign: string): string =>
  `<blockquote class="state ${toneOfSign[sign] ?? "open"}">\n<p>`;

const signAnywhere = new RegExp(`>[${signs}] `);
const stateInCell = new RegExp(
  `(<td[^>]*>)([${signs}]) ([^<>:;(]{1,32})(?:(: )|(?=[;(<]| \\())`,
  "g",
);

/**
 * The states with which cells of a table begin, as badges: `✔ met: the limit was kept`. The worst
 * of a scale shares its sign with the best of another; `worst` is the words of the former.
 */
export function markStates(rows: string, worst: string): string {
  if (!signAnywhere.test(rows)) return rows;
  return rows.replace(stateInCell, (...found: readonly string[]) => {
    const [, cell = "", sign = "", words = "", colon] = found;
    const state = `${sign} ${words.trimEnd()}`;
    const tone = state === worst ? "bad" : (toneOfSign[sign] ?? "open");
    // The colon is for those who listen and for copies; who looks sees where the badge ends.
    const end = colon === undefined ? "" : '<span class="unseen">: </span>';
    return `${cell}<span class="badge ${tone}">${state}</span>${end}`;
  });
}

const method = "(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)";
const methodInHeading = new RegExp(`<code>${method} `);
const methodInCell = new RegExp(`(<td[^>]*><a href="[^"]*">)${method} (?=/)`, "g");

const methodBadge = (name: string): string =>
  `<span class="method ${name.toLowerCase()}">${name}</span> `;

export const markMethod = (heading: string): string =>
  heading.replace(
    methodInHeading,
    (_, name: string) => `<code class="operation">${methodBadge(name)}`,
  );

export const markMethods = (rows: string): string =>
  rows.includes(" /")
    ? rows.replace(methodInCell, (_, before: string, name: string) => before + methodBadge(name))
    : rows;
