import type { Path } from "./path.ts";

/** Where every value of a JSON text starts. Entries are numbered in the order of the text. */
export interface JsonIndex {
  /** The entry at `path`, or the nearest above it when the path leads nowhere. */
  readonly find: (path: Path) => { readonly entry: number; readonly complete: boolean };
  readonly valueOffset: (entry: number) => number;
  /** Where the key of the entry starts; the value itself in arrays. */
  readonly keyOffset: (entry: number) => number;
  readonly place: (offset: number) => { readonly line: number; readonly column: number };
}

/** Parallel lists, one number for each value: objects here would cost more than the document. */
interface Entries {
  readonly values: number[];
  readonly keys: number[];
  /** The next value of the same container; 0 when there is none. */
  readonly next: number[];
}

/** Reads a text that `JSON.parse` accepts once from end to end, without building values. */
export function indexJson(text: string): JsonIndex {
  const entries = scan(text);
  const lines = lineStarts(text);
  const children = new Map<number, ReadonlyMap<string, number>>();
  const childrenOf = (entry: number): ReadonlyMap<string, number> => {
    const known = children.get(entry) ?? readChildren(text, entries, entry);
    children.set(entry, known);
    return known;
  };
  return {
    find: (path) => {
      let entry = 0;
      for (const key of path) {
        const child = childrenOf(entry).get(String(key));
        if (child === undefined) return { entry, complete: false };
        entry = child;
      }
      return { entry, complete: true };
    },
    valueOffset: (entry) => entries.values[entry] ?? 0,
    keyOffset: (entry) => entries.keys[entry] ?? 0,
    place: (offset) => {
      const line = lastAtMost(lines, offset);
      return { line: line + 1, column: offset - (lines[line] ?? 0) + 1 };
    },
  };
}

const [quote, comma, colon] = [0x22, 0x2c, 0x3a];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
const [space, tab, lineFeed, carriageReturn] = [0x20, 0x09, 0x0a, 0x0d];

const isSpace = (code: number): boolean =>
  code === space || code === lineFeed || code === carriageReturn || code === tab;

/** One container that is still open: whether it has keys, and its latest value. */
interface Open {
  readonly object: boolean;
  last: number;
}

interface Scanner {
  readonly text: string;
  readonly entries: Entries;
  readonly open: Open[];
  /** Where the key stands whose value comes next; -1 when there is none. */
  key: number;
}

function scan(text: string): Entries {
  const scanner: Scanner = { text, entries: { values: [], keys: [], next: [] }, open: [], key: -1 };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    at = code === comma || code === colon || isSpace(code) ? at + 1 : step(scanner, at, code);
  }
  return scanner.entries;
}

/** Takes in what begins at an offset, and returns where the next thing may begin. */
function step(scanner: Scanner, at: number, code: number): number {
  const { text, open } = scanner;
  if (code === closeBrace || code === closeBracket) {
    open.pop();
    return at + 1;
  }
  if (code === quote && scanner.key < 0 && open.at(-1)?.object === true) {
    scanner.key = at;
    return endOfString(text, at);
  }
  addEntry(scanner, at);
  if (code !== openBrace && code !== openBracket) return endOfScalar(text, at);
  open.push({ object: code === openBrace, last: -1 });
  return at + 1;
}

function addEntry(scanner: Scanner, at: number): void {
  const { values, keys, next } = scanner.entries;
  const parent = scanner.open.at(-1);
  if (parent) {
    if (parent.last >= 0) next[parent.last] = values.length;
    parent.last = values.length;
  }
  values.push(at);
  keys.push(scanner.key < 0 ? at : scanner.key);
  next.push(0);
  scanner.key = -1;
}

function endOfScalar(text: string, start: number): number {
  if (text.charCodeAt(start) === quote) return endOfString(text, start);
  let at = start + 1;
  while (at < text.length && !endsScalar(text.charCodeAt(at))) at++;
  return at;
}

const endsScalar = (code: number): boolean =>
  code === comma || code === closeBrace || code === closeBracket || isSpace(code);

/** `indexOf` runs over long texts far faster than a loop does. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
  return slashes % 2 === 1;
}

/** The values of a container by key or index; of a repeated key the last counts, as in JSON.parse. */
function readChildren(text: string, entries: Entries, parent: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const code = text.charCodeAt(entries.values[parent] ?? 0);
  const first = parent + 1;
  if ((code !== openBrace && code !== openBracket) || isEmpty(text, entries, parent)) return found;
  for (let entry = first; entry > 0; entry = entries.next[entry] ?? 0) {
    found.set(
      code === openBrace ? readKey(text, entries.keys[entry] ?? 0) : String(found.size),
      entry,
    );
  }
  return found;
}

function isEmpty(text: string, entries: Entries, container: number): boolean {
  let at = (entries.values[container] ?? 0) + 1;
  while (isSpace(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return code === closeBrace || code === closeBracket;
}

function readKey(text: string, start: number): string {
  const written = text.slice(start, endOfString(text, start));
  return written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the last number that is not greater than `wanted`. */
function lastAtMost(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
