import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { type Document, LineCounter, parseDocument } from "yaml";
import type { Path } from "./path.ts";
import { checkLimits, deepest } from "./yaml/limits.ts";
import { yamlPlaces } from "./yaml/places.ts";
import { explainSyntax, isExhausted } from "./yaml/syntax.ts";

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
  /** The path in the words of the file, where keys have other names; absent where they have none. */
  readonly asWritten?: (path: Path) => Path;
  /** How else some keys may be written. */
  readonly otherNames?: (keys: readonly string[]) => readonly string[];
}

/** The place of a text's first character, and whether a new line of the text is one of the file. */
export interface TextPlace {
  readonly location: Location;
  readonly followsLines: boolean;
}

/** What the files held that were read last; nobody remembers it until somebody asks for that. */
let remembered:
  Map<string, { readonly text: string; readonly data: Outcome<LocatedData> }> | undefined;

/** From now on the last text of each file is parsed once, for those who read the same files again. */
export function rememberData(): void {
  remembered ??= new Map();
}

/** Parses YAML 1.2 or JSON. A file with errors gives the value `undefined` and its diagnostics. */
export function readData(text: string, file: string): Outcome<LocatedData> {
  const known = remembered?.get(file);
  if (known?.text === text) return known.data;
  const data = parseData(text, file);
  remembered?.set(file, { text, data });
  return data;
}

function parseData(text: string, file: string): Outcome<LocatedData> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: "error",
    merge: true,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const place = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return line > 0 ? { file, line, column: col } : { file };
  };
  const diagnostics = checkDocument(document, text, place);
  const places = yamlPlaces(document, text);
  const data: LocatedData = {
    file,
    value: diagnostics.length === 0 ? plainValue(document) : undefined,
    locate: (path) => place(places.value(path)),
    locateKey: (path) => place(places.key(path)),
    locateText: (path) => {
      const { offset, followsLines } = places.text(path);
      return { location: place(offset), followsLines };
    },
  };
  return outcome(data, diagnostics);
}

function checkDocument(
  document: Document.Parsed,
  text: string,
  place: (offset: number) => Location,
): readonly Diagnostic[] {
  if (isExhausted(document)) {
    const location = place(document.contents?.range[0] ?? 0);
    return [diagnose("data/too-deep", { limit: deepest }, { location })];
  }
  const breaches = explainSyntax(document, text, place);
  if (breaches.length > 0) return breaches;
  const problem = checkLimits(document, place);
  return problem ? [problem] : [];
}

/** Aliases were counted before: none needs to be refused here. */
const plainValue = (document: Document.Parsed): unknown => document.toJS({ maxAliasCount: -1 });
