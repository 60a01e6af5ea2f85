import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { LocatedData } from "../located-data.ts";
import type { Path } from "../path.ts";

/** Other names for keys: `keys` says for each English key how else it may be written. */
export interface Aliases {
  readonly keys: Readonly<Record<string, string>>;
}

/** How each key of one mapping is written, by its English name. */
type Written = ReadonlyMap<string, string>;

/**
 * The same data under English keys, every part still at its place. A key that stands there twice,
 * once under each name, is reported where it stands the second time, and the first counts.
 */
export function withEnglishKeys(data: LocatedData, aliases: Aliases): Outcome<LocatedData> {
  const translation = {
    english: englishKeys(aliases),
    written: new Map<object, Written>(),
    made: new Map<object, unknown>(),
  };
  const doubled: (readonly [path: Path, first: string])[] = [];
  const value = translate(data.value, [], {
    ...translation,
    report: (path, first) => doubled.push([path, first]),
  });
  const asWritten = (path: Path): Path => writtenPath(path, value, translation.written);
  const diagnostics = doubled.map(([path, first]): Diagnostic => {
    const key = String(path.at(-1));
    return diagnose(
      "data/key-twice",
      { key, first },
      { location: data.locateKey(path), target: key },
    );
  });
  return outcome(
    {
      file: data.file,
      value,
      locate: (path) => data.locate(asWritten(path)),
      locateKey: (path) => data.locateKey(asWritten(path)),
      locateText: (path) => data.locateText(asWritten(path)),
      asWritten,
      otherNames: (keys) => keys.flatMap((key) => aliases.keys[key] ?? []),
    },
    diagnostics,
  );
}

/** People leave accents out of keys. */
const folded = (key: string): string => key.normalize("NFD").replace(/\p{Mn}/gu, "");

function englishKeys({ keys }: Aliases): ReadonlyMap<string, string> {
  return new Map(Object.entries(keys).map(([english, other]) => [folded(other), english]));
}

interface Translation {
  readonly english: ReadonlyMap<string, string>;
  /** Filled on the way. */
  readonly written: Map<object, Written>;
  /** What was translated already: YAML may use one part in many places. */
  readonly made: Map<object, unknown>;
  readonly report: (path: Path, first: string) => void;
}

function translate(value: unknown, path: Path, translation: Translation): unknown {
  if (!isObject(value)) return value;
  if (translation.made.has(value)) return translation.made.get(value);
  const made = Array.isArray(value)
    ? value.map((each: unknown, index) => translate(each, [...path, index], translation))
    : translateKeys(value, path, translation);
  translation.made.set(value, made);
  return made;
}

function translateKeys(value: object, path: Path, translation: Translation): object {
  const written = new Map<string, string>();
  const fields: [string, unknown][] = [];
  for (const [key, part] of Object.entries(value)) {
    const english = translation.english.get(folded(key)) ?? key;
    const first = written.get(english);
    if (first !== undefined) {
      translation.report([...path, key], first);
      continue;
    }
    written.set(english, key);
    fields.push([english, translate(part, [...path, key], translation)]);
  }
  const made = Object.fromEntries(fields);
  translation.written.set(made, written);
  return made;
}

/** A path through the translated value, in the words of the file. */
function writtenPath(path: Path, root: unknown, written: ReadonlyMap<object, Written>): Path {
  let value = root;
  return path.map((step) => {
    const key = isObject(value) ? written.get(value)?.get(String(step)) : undefined;
    value = isObject(value) ? (value as Record<string | number, unknown>)[step] : undefined;
    return key ?? step;
  });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
