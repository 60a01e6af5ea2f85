import type { IssueReference } from "#model/history.ts";

/** A text without the numbers in parentheses at its end, and those numbers. */
export interface Numbered {
  readonly text: string;
  readonly issues: readonly IssueReference[];
}

const inParentheses = /^(?:([\w.-]+\/[\w.-]+)?([#!])|GH-)(\d{1,9})$/i;

/** Takes `(#12)`, `(owner/name#12)` and `(!12)` off the end of a subject, as forges put them there. */
export function splitNumbers(subject: string): Numbered {
  const issues: IssueReference[] = [];
  let text = subject.trimEnd();
  while (text.endsWith(")")) {
    const open = text.lastIndexOf("(");
    const found = inParentheses.exec(text.slice(open + 1, -1));
    if (found === null || text.slice(0, open).trim() === "") break;
    issues.unshift(toReference(found));
    text = text.slice(0, open).trimEnd();
  }
  return { text, issues };
}

const toReference = ([, repository, mark, number = ""]: RegExpExecArray): IssueReference => ({
  mark: mark === "!" ? "!" : "#",
  number,
  ...(repository !== undefined && { repository }),
});

const reference =
  /(?:(?<![\w./-])([\w.-]{1,100}\/[\w.-]{1,100})|(?<![\w./-]))([#!])(\d{1,9})(?!\w)/g;
const closing =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|fecham?|corrigem?|resolvem?)\b:?\s*(?:issues?\s*)?$/i;
/** In every text that says `closing` somewhere. */
const closingWord = /clos|fix|resol|fech|corrig/i;
const alsoClosing = /^\s*(?:,|;|and|e|&)?\s*(?:and|e|&)?\s*$/;

/** No message says more than this about what it closes. */
const limits = { lines: 400, width: 600 };

/** The issues that a message says it closes: `Closes #1, #2`, `Fixes: owner/name#3`. */
export function findClosed(body: string): readonly IssueReference[] {
  if (!/[#!]\d/.test(body) || !closingWord.test(body)) return [];
  return body
    .split("\n", limits.lines)
    .filter((line) => line.length <= limits.width && closingWord.test(line))
    .flatMap(closedInLine);
}

function closedInLine(line: string): readonly IssueReference[] {
  const found: IssueReference[] = [];
  let end = 0;
  let closes = false;
  for (const match of line.matchAll(reference)) {
    const between = line.slice(end, match.index);
    closes = closing.test(between) || (closes && alsoClosing.test(between));
    end = match.index + match[0].length;
    if (closes) found.push({ ...toReference(match), closes: true });
  }
  return found;
}

const mergeForms = [
  /^Merge pull request #(\d{1,9}) from /,
  /^Merge pull request '.*' \(#(\d{1,9})\) from /,
  /^Merged in .* \(pull request (#\d{1,9})\)$/,
];

/** The request that a merge brought in, where its message says so; Bitbucket numbers them apart. */
export function findMerged(subject: string, body: string): readonly IssueReference[] {
  if (!subject.startsWith("Merge") && !body.includes("See merge request")) return [];
  const line = subject.slice(0, limits.width);
  for (const form of mergeForms) {
    const number = form.exec(line)?.[1];
    if (number !== undefined) {
      return [{ mark: number.startsWith("#") ? "!" : "#", number: number.replace("#", "") }];
    }
  }
  const gitlab = /^See merge request (?:[\w./-]+)?!(\d{1,9})$/m.exec(body.slice(-limits.width));
  return gitlab ? [{ mark: "!", number: gitlab[1] ?? "" }] : [];
}

/** Each once; one that is closed is said to be closed. */
export function uniqueIssues(issues: readonly IssueReference[]): readonly IssueReference[] {
  const byName = new Map<string, IssueReference>();
  for (const issue of issues) {
    const name = `${issue.repository ?? ""}${issue.mark}${issue.number}`;
    if (!byName.has(name) || issue.closes) byName.set(name, issue);
  }
  return [...byName.values()];
}
