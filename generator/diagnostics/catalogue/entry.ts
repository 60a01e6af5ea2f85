import type { Severity } from "../severity.ts";

/** What a diagnostic says in one language: the fact, and what to do about it. */
export interface Wording<Args> {
  /** States the fact in the present tense, names in backticks, no full stop. */
  readonly message: (args: Args) => string;
  /** What to do; absent when the fact says it. */
  readonly hint?: (args: Args) => string | undefined;
  /** For `rastro explain`: what it means, why it matters and how to mend it. */
  readonly about: string;
}

export interface Entry<Args> {
  readonly severity: Severity;
  readonly en: Wording<Args>;
  readonly pt: Wording<Args>;
}

/** Fixes the arguments of an entry: `entry<{ file: string }>({…})`. */
export const entry = <Args>(definition: Entry<Args>): Entry<Args> => definition;
