import { nextToken, type Token } from "./token.ts";

/** A token of a statement, without comments. */
export interface ClauseToken extends Token {
  /** A word in lower case, a punctuation mark as it is, else empty. */
  readonly word: string;
  /** How many parentheses are open around it; a parenthesis stands outside of itself. */
  readonly depth: number;
}

/** The tokens of one statement: where clauses are found, for the parser's tree only says where they start. */
export interface Clauses {
  readonly text: string;
  readonly tokens: readonly ClauseToken[];
  readonly comments: readonly Token[];
}

/** Tokens by index, `to` excluded. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function readClauses(text: string): Clauses {
  const tokens: ClauseToken[] = [];
  const comments: Token[] = [];
  let depth = 0;
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    if (token.kind === "comment") comments.push(token);
    if (token.kind === "comment" || token.kind === "meta") continue;
    const { kind, start, end } = token;
    const word = wordOf(text, token);
    if ((word === ")" || word === "]") && depth > 0) depth--;
    tokens.push({ kind, start, end, word, depth });
    if (word === "(" || word === "[") depth++;
  }
  return { text, tokens, comments };
}

function wordOf(text: string, { kind, start, end }: Token): string {
  if (kind === "punctuation") return text.charAt(start);
  return kind === "word" ? text.slice(start, end).toLowerCase() : "";
}

export const everything = ({ tokens }: Clauses): Range => ({ from: 0, to: tokens.length });

/** The first token that starts at `offset` or after it. */
export function tokenFrom({ tokens }: Clauses, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where these words (`"with check"`) stand one after the other, at the depth of the range's first token. */
export function findWords(
  { tokens }: Clauses,
  words: string,
  { from, to }: Range,
): number | undefined {
  const wanted = partsOf(words);
  const [first] = wanted;
  const depth = tokens[from]?.depth;
  for (let at = from; at + wanted.length <= to; at++) {
    const token = tokens[at];
    if (token?.word !== first || token?.depth !== depth) continue;
    if (wanted.length === 1 || standAt(tokens, wanted, at)) return at;
  }
  return undefined;
}

const standAt = (tokens: Clauses["tokens"], words: readonly string[], at: number): boolean =>
  words.every((word, ahead) => tokens[at + ahead]?.word === word);

/** The few clauses that are looked for, again and again. */
const parted = new Map<string, readonly string[]>();

function partsOf(words: string): readonly string[] {
  const known = parted.get(words) ?? words.split(" ");
  parted.set(words, known);
  return known;
}

/** The first of several words, for clauses that end where any other begins. */
export function findAny(clauses: Clauses, words: readonly string[], range: Range): number {
  return Math.min(range.to, ...words.map((each) => findWords(clauses, each, range) ?? range.to));
}

/** What stands inside the first parentheses at or after a token. */
export function firstGroup({ tokens }: Clauses, { from, to }: Range): Range | undefined {
  const depth = tokens[from]?.depth ?? 0;
  const isAt = (at: number, word: string) =>
    tokens[at]?.word === word && tokens[at].depth === depth;
  let open = from;
  while (open < to && !isAt(open, "(")) open++;
  let close = open + 1;
  while (close < to && !isAt(close, ")")) close++;
  return close < to ? { from: open + 1, to: close } : undefined;
}

/** From a token to the comma or the closing parenthesis that ends its element of a list. */
export function elementFrom({ tokens }: Clauses, from: number): Range {
  const depth = tokens[from]?.depth ?? 0;
  let to = from;
  while (to < tokens.length && !endsElement(tokens[to], depth)) to++;
  return { from, to };
}

const endsElement = (token: ClauseToken | undefined, depth: number): boolean =>
  token === undefined || token.depth < depth || (token.word === "," && token.depth === depth);

/** The parts of a range between commas. */
export function splitAtCommas({ tokens }: Clauses, { from, to }: Range): readonly Range[] {
  const depth = tokens[from]?.depth;
  const parts: Range[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (tokens[at]?.word !== "," || tokens[at]?.depth !== depth) continue;
    parts.push({ from: start, to: at });
    start = at + 1;
  }
  return start < to ? [...parts, { from: start, to }] : parts;
}

/** The text of a range as somebody wrote it, on one line and without comments. */
export function written({ text, tokens }: Clauses, { from, to }: Range): string {
  let result = "";
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const gap = at > from ? text.slice(tokens[at - 1]?.end ?? 0, token.start) : "";
    const isMargin = gap.includes("\n") && (token.word === ")" || result.endsWith("("));
    result += (gap === "" || isMargin ? "" : " ") + text.slice(token.start, token.end);
  }
  return result;
}

/** The text of a range, line breaks and comments included. */
export function verbatim({ text, tokens }: Clauses, { from, to }: Range): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && from < to ? text.slice(first.start, last.end) : "";
}
