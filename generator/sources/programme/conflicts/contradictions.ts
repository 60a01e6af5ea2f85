import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { itemId } from "#model/item.ts";
import { isDeclared } from "./conflicts.ts";
import type { Entry } from "../nouns/noun.ts";
import { placeOf } from "../record.ts";

/** Fields that cannot contradict: the id is the same, and descriptions may add to each other. */
const incomparable = new Set(["id", "description"]);

/**
 * Finds ids that two records define with different values of one field. The later record then
 * counts as another account of the first, not as a second item.
 */
export function checkContradictions(entries: readonly Entry[]): {
  readonly accounts: ReadonlySet<Entry>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const accounts = new Set<Entry>();
  const diagnostics: Diagnostic[] = [];
  const byId = Map.groupBy(entries, ({ kind, name }) => itemId(kind, name));
  for (const [first, ...others] of byId.values()) {
    for (const other of first ? others : []) {
      const fields = first ? differingFields(first, other) : [];
      if (fields.length > 0) accounts.add(other);
      diagnostics.push(...fields.flatMap((field) => undeclared(field, first, other)));
    }
  }
  return { accounts, diagnostics: [...diagnostics, ...sharedNames(entries)] };
}

/** One id for two kinds of things: whoever writes it cannot be understood. */
function sharedNames(entries: readonly Entry[]): readonly Diagnostic[] {
  const byName = Map.groupBy(entries, ({ name }) => name);
  return [...byName.values()].flatMap(([first, ...others]) => {
    const other = others.find(({ kind }) => kind !== first?.kind);
    if (first === undefined || other === undefined) return [];
    const message = `\`${first.kind}\``;
    return [
      diagnose(
        "sources/programme-id-shared",
        { id: first.name, kinds: [first.kind, other.kind] },
        {
          location: placeOf(other.record, "id"),
          related: [{ ...placeOf(first.record, "id"), message }],
        },
      ),
    ];
  });
}

const isScalar = (value: unknown): boolean =>
  ["string", "number", "boolean"].includes(typeof value);

const differingFields = (first: Entry, other: Entry): readonly string[] =>
  Object.entries(first.record.value)
    .filter(([key, value]) => {
      const second = other.record.value[key];
      return !incomparable.has(key) && isScalar(value) && isScalar(second) && second !== value;
    })
    .map(([key]) => key);

function undeclared(field: string, first: Entry | undefined, other: Entry): readonly Diagnostic[] {
  if (first === undefined) return [];
  if (isDeclared(first.record, field) || isDeclared(other.record, field)) return [];
  const values = [first, other].map(({ record }) => String(record.value[field]));
  return [
    diagnose(
      "sources/programme-contradiction",
      { id: first.name, field, values },
      {
        location: placeOf(other.record, field),
        related: [{ ...placeOf(first.record, field), message: `\`${values[0] ?? ""}\`` }],
      },
    ),
  ];
}
