import type { Operation, Suppression } from "#model/schema/migration-operations.ts";
import type { Migration } from "../../catalogue/entry.ts";

/** What is known of a migration beside the objects it makes. */
export interface Notes {
  readonly operations: Operation[];
  readonly suppressions: Suppression[];
}

/** The notes on a migration, to be added to. */
export function notesOn(notes: Map<Migration, Notes>, migration: Migration): Notes {
  const found = notes.get(migration);
  if (found) return found;
  const made = { operations: [], suppressions: [] };
  notes.set(migration, made);
  return made;
}
