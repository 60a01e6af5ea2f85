import { collections } from "./nouns/index.ts";
import { nestedName } from "./nouns/nested.ts";
import type { Entry, Noun } from "./nouns/noun.ts";
import { type DataFile, type DataRecord, recordAt, recordsOf, textOf } from "./record.ts";

/** Keys under which records may be written inside another, and what a bare string there means. */
const nested: readonly { key: string; kind: Noun; shorthand: string; notIn?: Noun }[] = [
  { key: "criteria", kind: "criterion", shorthand: "title" },
  { key: "needs", kind: "artefact", shorthand: "", notIn: "requirement" },
  { key: "delivers", kind: "artefact", shorthand: "" },
];

/** Whether a file holds one gate instead of collections. */
export const isGateFile = (path: string): boolean => /\.gate\.(ya?ml|json)$/.test(path);

/** Whether a file belongs to a decision. */
export const isRecordFile = (path: string): boolean =>
  /\/[1-9]\d{0,5}\/(?:statement\.json|signoffs\/[^/]+)$/.test(path);

/** Everything in a file that becomes an item, in the order of the file's collections. */
export function entriesOf(file: DataFile): readonly Entry[] {
  const top = recordAt(file, []);
  if (top === undefined) return [];
  if (isGateFile(file.data.file)) return named("gate", [top]).flatMap(withNested);
  const programme = recordAt(file, ["programme"]);
  return [
    ...named("programme", programme ? [programme] : []),
    ...[...collections].flatMap(([key, kind]) => named(kind, recordsOf(top, key))),
  ].flatMap(withNested);
}

const named = (kind: Noun, records: readonly DataRecord[]): readonly Entry[] =>
  records.flatMap((record) => {
    const name = textOf(record, "id");
    return name === undefined ? [] : [{ kind, name, record }];
  });

const withNested = (parent: Entry): readonly Entry[] => [
  parent,
  ...nested.flatMap(({ key, kind, shorthand, notIn }) =>
    (notIn === parent.kind ? [] : recordsOf(parent.record, key, shorthand))
      .map((record): Entry => ({ kind, name: nestedName(parent.name, record), record, parent }))
      .flatMap(withNested),
  ),
];
