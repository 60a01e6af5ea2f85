import { nextToken, type Token } from "./token.ts";

/** One statement as it stands in the file, without its `;`. */
export interface StatementRange {
  readonly start: number;
  readonly end: number;
  /** The comments between the statement before and this one. */
  readonly comments: readonly Token[];
  /** psql commands within the statement. */
  readonly metas: readonly Token[];
}

/** A file taken apart. */
export interface SplitText {
  readonly statements: readonly StatementRange[];
  /** psql commands on lines of their own. */
  readonly metas: readonly Token[];
}

interface Progress {
  readonly text: string;
  readonly statements: StatementRange[];
  readonly outerMetas: Token[];
  comments: Token[];
  metas: Token[];
  /** The first token of the statement, and the end of its last one. */
  start: number;
  end: number;
  words: string[];
  depth: number;
  /** How many `BEGIN ATOMIC` and `CASE` are open. */
  blocks: number;
  /** Statements that start before it are cut at the next `;`, whatever `BEGIN ATOMIC` says. */
  plainBefore: number;
}

/**
 * Cuts a file at the `;` that end statements: not those in quotations, comments, `BEGIN ATOMIC`
 * bodies and rules. What nothing closes ends before the next line that starts a statement, so that
 * a broken statement loses only itself. Data of `COPY … FROM stdin` is skipped.
 */
export function splitStatements(text: string): SplitText {
  const progress: Progress = {
    text,
    statements: [],
    outerMetas: [],
    comments: [],
    metas: [],
    start: -1,
    end: 0,
    words: [],
    depth: 0,
    blocks: 0,
    plainBefore: 0,
  };
  let at = 0;
  do {
    const token = nextToken(text, at);
    at = token ? take(progress, token) : finish(progress);
  } while (at < text.length || progress.start >= 0);
  return { statements: progress.statements, metas: progress.outerMetas };
}

/** Takes one token in and says where to go on. */
function take(progress: Progress, token: Token): number {
  if (token.kind === "comment") return takeComment(progress, token);
  if (token.kind === "meta") return takeMeta(progress, token);
  if (progress.text[token.start] === ";") return takeSemicolon(progress, token);
  if (progress.start < 0) progress.start = token.start;
  progress.end = token.end;
  if (token.kind === "open") return recover(progress, token);
  if (token.kind === "word" && matters(progress, token)) takeWord(progress, token);
  if (token.kind === "punctuation") takeParenthesis(progress, token);
  return token.end;
}

function takeParenthesis(progress: Progress, token: Token): void {
  const character = progress.text[token.start];
  if (character === "(") progress.depth++;
  else if (character === ")" && progress.depth > 0) progress.depth--;
}

function takeComment(progress: Progress, token: Token): number {
  if (progress.start < 0) progress.comments.push(token);
  return token.end;
}

const copyFromHere = /^\\copy\b.*\bfrom\s+(?:stdin|pstdin)\b/i;

/** `\g`, `\gexec` and their like end a statement as `;` does. */
function takeMeta(progress: Progress, token: Token): number {
  const command = progress.text.slice(token.start, token.end);
  if (progress.start < 0) {
    progress.outerMetas.push(token);
    progress.comments = [];
    if (copyFromHere.test(command)) return endOfCopyData(progress.text, token.end);
  } else if (/^\\(?:g|gx|gexec|gset|gdesc|crosstabview|watch|;)/.test(command)) {
    emit(progress);
  } else progress.metas.push(token);
  return token.end;
}

const isRule = (words: readonly string[]): boolean =>
  words[0] === "create" && words.slice(1, 4).includes("rule");
const isRoutine = (words: readonly string[]): boolean =>
  words[0] === "create" && words.slice(1, 4).some((word) => /^(?:function|procedure)$/.test(word));

function takeWord(progress: Progress, token: Token): void {
  const word = progress.text.slice(token.start, token.end).toLowerCase();
  if (progress.words.length < 4) progress.words.push(word);
  if (progress.blocks > 0) {
    if (word === "case" || word === "begin") progress.blocks++;
    else if (word === "end") progress.blocks--;
  } else if (
    word === "begin" &&
    progress.start >= progress.plainBefore &&
    isRoutine(progress.words)
  ) {
    if (isAtomic(progress.text, token.end)) progress.blocks = 1;
  }
}

/** Behind the first four words only `begin` says anything, and inside a block what ends it. */
const matters = ({ words, blocks }: Progress, { start, end }: Token): boolean =>
  blocks > 0 || words.length < 4 || end - start === "begin".length;

function isAtomic(text: string, at: number): boolean {
  const next = nextToken(text, at);
  return next !== undefined && text.slice(next.start, next.end).toLowerCase() === "atomic";
}

function takeSemicolon(progress: Progress, token: Token): number {
  if (progress.blocks > 0) return token.end;
  if (progress.depth > 0 && isRule(progress.words)) return token.end;
  const isCopy = progress.words[0] === "copy";
  const { start, end } = progress;
  emit(progress);
  if (!isCopy || !/\bfrom\s+stdin\b/i.test(progress.text.slice(start, end))) return token.end;
  return endOfCopyData(progress.text, token.end);
}

const copyEnd = /^\\\.\r?$/gm;

function endOfCopyData(text: string, at: number): number {
  copyEnd.lastIndex = at;
  return copyEnd.test(text) ? copyEnd.lastIndex : text.length;
}

function emit(progress: Progress): void {
  const { start, end, comments, metas } = progress;
  if (start >= 0) progress.statements.push({ start, end, comments, metas });
  Object.assign(progress, { start: -1, words: [], depth: 0, blocks: 0, comments: [], metas: [] });
}

const statementLine =
  /^(?:create|alter|drop|comment|grant|revoke|insert|update|delete|select|do|set|begin|commit)\b/gim;

/** After a quotation that nothing closes: the next line that looks like a statement. */
function recover(progress: Progress, token: Token): number {
  const lineAfter = progress.text.indexOf("\n", token.start);
  statementLine.lastIndex = lineAfter < 0 ? progress.text.length : lineAfter + 1;
  const next = statementLine.exec(progress.text)?.index ?? progress.text.length;
  progress.end = progress.text.slice(0, next).trimEnd().length;
  emit(progress);
  return next;
}

/** At the end of the text. A body that never ends is cut again, at every `;`. */
function finish(progress: Progress): number {
  if (progress.blocks > 0) {
    const { start } = progress;
    progress.plainBefore = progress.end;
    Object.assign(progress, { start: -1, words: [], depth: 0, blocks: 0, metas: [] });
    return start;
  }
  emit(progress);
  return progress.text.length;
}
