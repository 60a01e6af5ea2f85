import type { Entry, Postings, SearchIndex } from "./index-pages.ts";

/** A script of the index, by its path in the folder of its language. */
export interface IndexFile {
  readonly path: string;
  readonly content: string;
}

/** A reader waits for one piece, not for the whole of it. */
const shardSize = 256 * 1024;
const entriesInPiece = 4000;

/**
 * Writes an index as scripts that hand their part to `rastroSearch`, which a page from a disk may
 * load where it may not fetch: a table of contents, the entries, and the terms in alphabetical pieces.
 */
export function indexFiles(
  { entries, postings }: SearchIndex,
  wordOf: (key: string) => string | undefined,
): readonly IndexFile[] {
  const shards = shardsOf(postings);
  const pieces = Math.ceil(entries.length / entriesInPiece);
  const kinds = new Set(entries.map(({ kind }) => kind));
  const states = new Set(entries.flatMap(({ item }) => item?.status ?? []));
  const contents = {
    total: entries.length,
    pieceSize: entriesInPiece,
    pieces,
    shards: shards.map(({ first }) => first),
    kinds: Object.fromEntries(
      [...kinds].sort().map((kind) => [kind, wordOf(`reports.kind-${kind}`) ?? kind]),
    ),
    states: Object.fromEntries(
      [...states].sort().map((state) => [state, stateName(state, wordOf)]),
    ),
  };
  return [
    script("contents", contents),
    ...Array.from({ length: pieces }, (_, index) => {
      const own = entries.slice(index * entriesInPiece, (index + 1) * entriesInPiece);
      return scriptOf(`entries-${index}`, `[${own.map(writeEntry).join(",\n")}]`);
    }),
    ...shards.map(({ text }, index) => scriptOf(`terms-${index}`, `[${text.join(",\n")}]`)),
  ];
}

/** A state in words, without the sign before them. */
function stateName(state: string, wordOf: (key: string) => string | undefined): string {
  const key = state.replaceAll(" ", "-");
  const word = wordOf(`reports.status-${key}`) ?? wordOf(`reports.state-${key}`) ?? state;
  return word.replace(/^[^\p{L}]+/u, "");
}

const script = (name: string, value: object): IndexFile => scriptOf(name, JSON.stringify(value));

const scriptOf = (name: string, text: string): IndexFile => ({
  path: `${name}.js`,
  content: `rastroSearch(${JSON.stringify(name)},${text});\n`,
});

/** Title, link, kind, page, trail, and what it can be chosen by; what is empty at the end is left out. */
function writeEntry({ title, href, kind, page, trail = "", item }: Entry): string {
  const { name = "", stage = "", status = "", owner = "" } = item ?? {};
  const row: (string | number)[] = [title, href, kind, page, trail, name, stage, status, owner];
  while (row.at(-1) === "") row.pop();
  return JSON.stringify(row);
}

interface Shard {
  readonly first: string;
  readonly text: string[];
}

function shardsOf(postings: readonly Postings[]): readonly Shard[] {
  const shards: Shard[] = [];
  let size = shardSize;
  for (const each of postings) {
    const text = `[${JSON.stringify(each.term)},${steps(each.titles)},${steps(each.texts)}]`;
    if (size >= shardSize) {
      shards.push({ first: each.term, text: [] });
      size = 0;
    }
    shards.at(-1)?.text.push(text);
    size += text.length;
  }
  return shards;
}

/** Numbers in order, each as the step from the one before. */
const steps = (numbers: readonly number[]): string =>
  `[${numbers.map((number, index) => number - (numbers[index - 1] ?? 0)).join(",")}]`;
