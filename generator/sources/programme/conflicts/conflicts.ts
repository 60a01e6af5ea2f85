import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import { type Item, itemId } from "#model/item.ts";
import type { Entry } from "../nouns/noun.ts";
import { type DataRecord, known, placeOf, recordsOf, textOf } from "../record.ts";

/** Whether a record says itself that the values of `field` contradict each other. */
export const isDeclared = (record: DataRecord, field: string): boolean =>
  recordsOf(record, "conflicts").some((conflict) => textOf(conflict, "field") === field);

/** The contradictions that a record declares, each an item of its own and a warning. */
export function declaredConflicts(entry: Entry): {
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const conflicts = recordsOf(entry.record, "conflicts").map((record) =>
    conflictItem(entry, record),
  );
  return {
    facts: conflicts.flatMap((item) => [itemFact(item), subjectOf(item, entry)]),
    diagnostics: conflicts.map(({ attributes, location }) =>
      diagnose(
        "sources/programme-declared-conflict",
        {
          id: entry.name,
          field: attributes.field,
          values: attributes.values.map(({ value }) => value),
        },
        { location },
      ),
    ),
  };
}

function conflictItem(entry: Entry, record: DataRecord): Item<"conflict"> {
  const field = textOf(record, "field") ?? "";
  return {
    kind: "conflict",
    id: itemId("conflict", `${entry.name}.${field.replace(/\s+/g, "-")}`),
    title: `${entry.name}: ${field}`,
    location: placeOf(record),
    attributes: {
      subject: entry.name,
      field,
      values: recordsOf(record, "values").map((value) => ({
        value: textOf(value, "value") ?? "",
        origin: textOf(value, "origin") ?? "",
      })),
      ...known({ resolution: textOf(record, "resolution") }),
    },
  };
}

const subjectOf = (item: Item<"conflict">, { kind, name, record }: Entry): Fact =>
  referenceFact({
    from: item.id,
    role: "applies-to",
    to: itemId(kind, name),
    location: item.location,
    ...(record.file.foreign && { foreign: true }),
  });
