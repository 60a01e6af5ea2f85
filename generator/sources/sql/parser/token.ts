export type TokenKind =
  | "word"
  | "number"
  | "quoted-name"
  | "string"
  | "punctuation"
  | "comment"
  | "placeholder"
  /** A psql command: a backslash and the rest of its line. */
  | "meta"
  /** A quotation or comment that nothing closes; it reaches to the end of the text. */
  | "open";

/** One token of PostgreSQL's lexical grammar; offsets are UTF-16 code units of the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

type Reader = (text: string, start: number) => Token;

const space = /\s+/y;
const number = /\d[\w.]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

const endOf = (pattern: RegExp, text: string, start: number): number => {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
};

/** The token after `at`, white space skipped; undefined at the end of the text. */
export function nextToken(text: string, at: number): Token | undefined {
  const start = spaceEnd(text, at);
  if (start >= text.length) return undefined;
  const character = text.charAt(start);
  const reader = readers[character];
  if (reader) return reader(text, start);
  return isPunctuation.has(character) ? punctuation(start) : readOther(text, start);
}

/** The spaces of ASCII are most of all; the pattern knows the others. */
function spaceEnd(text: string, at: number): number {
  let end = at;
  while (isPlainSpace(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) < 0x80 ? end : endOf(space, text, end);
}

const isPlainSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** What is a token by itself; patterns need not be asked. */
const isPunctuation: ReadonlySet<string> = new Set("()[],;.=<>*+:%&|!?@#^~}");

const punctuation = (start: number): Token => ({
  kind: "punctuation",
  start,
  end: start + 1,
});

/** By character: 1 is a letter, 2 what may follow one in a word. */
const wordParts = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_]/.test(character) ? 1 : /[\d$]/.test(character) ? 2 : 0;
});

/** Behind the end of the text there is no code, which is neither. */
function wordPart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0x80 ? 1 : (wordParts[code] ?? 0);
}

/** Where the word that starts here ends; without a word the start itself. */
function wordEnd(text: string, start: number): number {
  if (wordPart(text, start) !== 1) return start;
  let end = start + 1;
  while (wordPart(text, end) > 0) end++;
  return end;
}

const readOther: Reader = (text, start) => {
  const end = wordEnd(text, start);
  if (end > start) return afterWord(text, start, end);
  const digits = endOf(number, text, start);
  return digits > start ? { kind: "number", start, end: digits } : punctuation(start);
};

/** `E'…'` knows backslashes, `B'…'`, `X'…'`, `N'…'` and `U&'…'` do not. */
function afterWord(text: string, start: number, end: number): Token {
  // Only a prefix of one letter makes a word anything else.
  if (end - start > 1) return { kind: "word", start, end };
  const prefix = text.charAt(start).toLowerCase();
  if (prefix === "u" && text[end] === "&") {
    if (text[end + 1] === "'") return { ...readString(text, end + 1), start };
    if (text[end + 1] === '"') return { ...readQuotedName(text, end + 1), start };
  }
  if (text[end] === "'" && prefix === "e") return readEscapeString(text, start, end);
  if (text[end] === "'" && /^[bxn]$/.test(prefix)) return { ...readString(text, end), start };
  return { kind: "word", start, end };
}

const open = (text: string, start: number): Token => ({ kind: "open", start, end: text.length });

const readString: Reader = (text, start) => {
  let end = text.indexOf("'", start + 1);
  while (end >= 0 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  return end < 0 ? open(text, start) : { kind: "string", start, end: end + 1 };
};

function readEscapeString(text: string, start: number, quote: number): Token {
  for (let at = quote + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "'" && text[at + 1] === "'") at++;
    else if (text[at] === "'") return { kind: "string", start, end: at + 1 };
  }
  return open(text, start);
}

/** A template's placeholder inside the quotes may hold quotes of its own. */
const readQuotedName: Reader = (text, start) => {
  for (let at = start + 1; at < text.length; at++) {
    if (text.startsWith("{{", at)) {
      const close = text.indexOf("}}", at);
      if (close >= 0) at = close + 1;
    } else if (text[at] === '"' && text[at + 1] === '"') at++;
    else if (text[at] === '"') return { kind: "quoted-name", start, end: at + 1 };
  }
  return open(text, start);
};

const readDollar: Reader = (text, start) => {
  if (text[start + 1] === "{") return readPlaceholder("}")(text, start);
  const tagEnd = endOf(dollarTag, text, start);
  if (tagEnd === start) return punctuation(start);
  const tag = text.slice(start, tagEnd);
  const close = text.indexOf(tag, tagEnd);
  return close < 0 ? open(text, start) : { kind: "string", start, end: close + tag.length };
};

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

const readDash: Reader = (text, start) =>
  text[start + 1] === "-"
    ? { kind: "comment", start, end: lineEnd(text, start) }
    : punctuation(start);

const commentEdge = /\/\*|\*\//g;

/** Block comments nest. */
const readSlash: Reader = (text, start) => {
  if (text[start + 1] !== "*") return punctuation(start);
  let depth = 1;
  commentEdge.lastIndex = start + 2;
  while (depth > 0) {
    const edge = commentEdge.exec(text);
    if (edge === null) return open(text, start);
    depth += edge[0] === "/*" ? 1 : -1;
  }
  return { kind: "comment", start, end: commentEdge.lastIndex };
};

const readPlaceholder =
  (close: string): Reader =>
  (text, start) => {
    const end = text.indexOf(close, start);
    return end < 0 || end > lineEnd(text, start)
      ? punctuation(start)
      : { kind: "placeholder", start, end: end + close.length };
  };

const readBrace: Reader = (text, start) =>
  text[start + 1] === "{" ? readPlaceholder("}}")(text, start) : punctuation(start);

const readMeta: Reader = (text, start) => ({ kind: "meta", start, end: lineEnd(text, start) });

const readers: Readonly<Partial<Record<string, Reader>>> = {
  "'": readString,
  '"': readQuotedName,
  $: readDollar,
  "-": readDash,
  "/": readSlash,
  "{": readBrace,
  "\\": readMeta,
};
