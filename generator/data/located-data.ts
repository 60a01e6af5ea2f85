import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { type Document, LineCounter, parseDocument, YAMLError } from "yaml";
import type { Path } from "./path.ts";
import { yamlPlaces } from "./yaml-places.ts";

/** A parsed document: plain JSON values, and where each of them stands. */
export interface LocatedData {
  readonly file: string;
  readonly value: unknown;
  /** The place of the value at `path`; of its nearest parent when the path leads nowhere. */
  readonly locate: (path: Path) => Location;
  /** The place of the last key of `path`, which is where an unknown key is reported. */
  readonly locateKey: (path: Path) => Location;
  /** Where the characters of the text at `path` begin. */
  readonly locateText: (path: Path) => TextPlace;
}

/** The place of a text's first character, and whether a new line of the text is one of the file. */
export interface TextPlace {
  readonly location: Location;
  readonly followsLines: boolean;
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
  const places = yamlPlaces(document, text);
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
    locate: (path) => place(places.value(path)),
    locateKey: (path) => place(places.key(path)),
    locateText: (path) => {
      const { offset, followsLines } = places.text(path);
      return { location: place(offset), followsLines };
    },
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
