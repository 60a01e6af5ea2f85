import type { SymbolKind } from "./items.ts";

/** What a change means for code that is written against the old version. */
export type SymbolEffect = "breaking" | "compatible" | "unclassified";
export const symbolEffects = [
  "breaking",
  "unclassified",
  "compatible",
] as const satisfies SymbolEffect[];

/** A parameter of a function, a member of anything else. */
export interface SymbolPart {
  readonly name: string;
  /** TypeScript, as it is written, on one line. */
  readonly text: string;
  readonly isOptional: boolean;
}

/** A name that one version exports, with what its declaration says in so many words. */
export interface ExportedName {
  /** The entry point that exports it: its path, without `.ts`. */
  readonly module: string;
  readonly name: string;
  readonly kind: SymbolKind;
  /** What is no part: type parameters, the type itself, what it extends. Empty: left to the compiler. */
  readonly head: string;
  /** In the order of the source. */
  readonly parts: readonly SymbolPart[];
}

/** What became of one exported name. */
export interface SymbolChange {
  readonly change: "added" | "removed" | "changed";
  readonly effect: SymbolEffect;
  /** Of the item that is the symbol on the pages. */
  readonly id: string;
  readonly module: string;
  readonly name: string;
  readonly kind: SymbolKind;
  /** What differs, before and after; absent on the side where nothing is. */
  readonly before?: string;
  readonly after?: string;
}
