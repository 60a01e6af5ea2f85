import { singleLine, withoutHidden } from "./normalise.ts";

function longestRun(text: string, character: "`" | "~"): number {
  let longest = 0;
  if (!text.includes(character)) return longest;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

function span(text: string): string {
  if (text.trim() === "") return text;
  if (!text.includes("`") && !text.startsWith(" ") && !text.endsWith(" ")) return `\`${text}\``;
  const ticks = "`".repeat(longestRun(text, "`") + 1);
  return /^[ `]|[ `]$/.test(text) ? `${ticks} ${text} ${ticks}` : ticks + text + ticks;
}

/**
 * An inline code span that holds exactly the value, in one line. In a table cell a backslash before
 * a pipe cannot be written as code: these two stand between the spans. Nothing stays nothing.
 */
export function codeSpan(value: string, inCell = false): string {
  const text = singleLine(value);
  if (!inCell || !text.includes("|")) return span(text);
  return text
    .split(/(\\+\|)/)
    .map((part, index) =>
      index % 2 === 0
        ? span(part).replaceAll("|", "\\|")
        : part.replaceAll("\\", "\\\\").replace("|", "\\|"),
    )
    .join("");
}

const newlines = /\r\n?|[\u2028\u2029]/g;

/**
 * A fenced code block with the value as it is, without a line break at its end; `prefix` begins its
 * lines after the first where it stands in a list or quote.
 */
export function fence(value: string, info = "", prefix = ""): string {
  const text = withoutHidden(value).replace(newlines, "\n").replace(/\n+$/, "");
  const marks = "`".repeat(Math.max(3, longestRun(text, "`") + 1));
  const word = info.replace(/[^\p{L}\p{N}_+.#-]/gu, "");
  if (prefix === "") return `${marks}${word}\n${text === "" ? "" : `${text}\n`}${marks}`;
  const lines = text === "" ? [] : text.split("\n");
  return [marks + word, ...lines, marks].reduce((block, line) =>
    line === "" ? `${block}\n${prefix.trimEnd()}` : `${block}\n${prefix}${line}`,
  );
}
