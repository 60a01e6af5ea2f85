import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  YAMLError,
} from "yaml";

/** Keys and indexes from the root of a document to one of its parts. */
export type Path = readonly (string | number)[];

/** A parsed document: plain JSON values, and where each of them stands. */
export interface LocatedData {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at `path`; of its nearest parent when the path leads nowhere. */
  readonly locate: (path: Path) => Location;
  /** The place of the last key of `path`, which is where an unknown key is reported. */
  readonly locateKey: (path: Path) => Location;
}

const maxAliases = 100;

/** Parses YAML 1.2 or JSON. A file with errors gives the value `undefined` and its diagnostics. */
export function readData(text: string, file: string): Outcome<LocatedData> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: true });
  const place = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return line > 0 ? { file, line, column: col } : { file };
  };
  const { value, error } = toPlainValue(document);
  const diagnostics = [...document.errors, ...(error ? [error] : [])].map((problem) =>
    diagnose(
      "data/not-yaml",
      { reason: firstLine(problem.message) },
      { location: problem instanceof YAMLError ? place(problem.pos[0]) : { file, line: 1 } },
    ),
  );
  const data: LocatedData = {
    file,
    value: diagnostics.length === 0 ? value : undefined,
    locate: (path) => place(offsetOf(document, path)),
    locateKey: (path) => place(keyOffsetOf(document, path)),
  };
  return outcome(data, diagnostics);
}

/** Aliases are expanded at most `maxAliases` times, against documents that explode. */
function toPlainValue(document: Document.Parsed): { value: unknown; error?: YAMLError | Error } {
  try {
    return { value: document.toJS({ maxAliasCount: maxAliases }) };
  } catch (error) {
    if (error instanceof ReferenceError) return { value: undefined, error };
    throw error;
  }
}

const firstLine = (message: string): string =>
  (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if ((isScalar(node) || isCollection(node) || isAlias(node)) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffsetOf(document: Document.Parsed, path: Path): number {
  const parent: unknown =
    path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const wanted = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === wanted);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return offsetOf(document, path);
}
