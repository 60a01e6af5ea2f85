import { type LocatedData, readData, readJson } from "#data/index.ts";
import { type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { posix } from "node:path";
import { isInside, readText } from "../../files.ts";
import { cutTexts } from "./cut-texts.ts";

/** The files of one project, each read and parsed once, and never one outside the root. */
export interface ProjectFiles {
  readonly root: string;
  /** What a file holds; the value is `undefined` when it cannot be read or parsed. */
  readonly open: (file: string) => Outcome<LocatedData | undefined>;
  /** The text of a file, whatever it is. */
  readonly readText: (file: string) => string | undefined;
  /** Whether a path, its links followed, stays inside the root. */
  readonly isInside: (file: string) => boolean;
  readonly exists: (file: string) => boolean;
  /** Paths of the files beside this one, for suggestions. */
  readonly beside: (file: string) => readonly string[];
}

export function projectFiles(root: string): ProjectFiles {
  const inside = once((file) => isInside(root, join(root, file)));
  return {
    root,
    open: once((file) => readFile(root, file)),
    readText: (file) => (inside(file) ? readText(root, file).value : undefined),
    isInside: inside,
    exists: once((file) => inside(file) && existsSync(join(root, file))),
    beside: (file) => {
      const folder = posix.dirname(file);
      if (!inside(folder) || !existsSync(join(root, folder))) return [];
      return readdirSync(join(root, folder)).map((name) => posix.join(folder, name));
    },
  };
}

/** Documents in pieces follow a reference into each file again and again. */
function once<Answer>(ask: (file: string) => Answer): (file: string) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (file) => {
    const found = known.get(file) ?? { answer: ask(file) };
    known.set(file, found);
    return found.answer;
  };
}

/** What a smaller one holds does no harm, however it is spread. */
const largeFile = 16_000_000;

function readFile(root: string, file: string): Outcome<LocatedData | undefined> {
  const text = readText(root, file);
  if (text.value === undefined) return outcome(undefined, text.diagnostics);
  const data = /\.json$/i.test(file) ? readJson(text.value, file) : readData(text.value, file);
  const cut = text.value.length > largeFile ? cutTexts(data.value) : [];
  const diagnostics: readonly Diagnostic[] = [...text.diagnostics, ...data.diagnostics, ...cut];
  return outcome(data.value, diagnostics);
}
