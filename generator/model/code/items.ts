import type { Location } from "../location.ts";
import type { Prose } from "../pages/prose.ts";

/** Items that come from TypeScript, as TypeDoc's model has them, and from test results. */
export interface CodeItems {
  package: {
    /** Relative to the root; empty for the root itself. */
    readonly folder: string;
  };
  /**
   * A file that exports something. Its name is its path, without `.ts`; of an entry point of a
   * package the name it is imported under.
   */
  module: {
    /** By its name, of an entry point. */
    readonly package?: string;
    /** Tables and functions of a database that its code names; absent when there are none. */
    readonly databaseCalls?: readonly DatabaseCall[];
  };
  symbol: CodeSymbol;
  test: TestResult;
}

/** `.from('x')`, `.rpc('f')` of a client of PostgREST or of a query builder. */
export interface DatabaseCall {
  readonly role: "reads" | "writes" | "calls";
  readonly name: string;
  /** As `.schema('s')` before it says. */
  readonly namespace?: string;
  /** The id of the exported declaration that it stands in. */
  readonly symbol?: string;
  readonly location: Location;
}

export const symbolKinds = [
  "function",
  "class",
  "interface",
  "type",
  "enum",
  "variable",
  "namespace",
  "reference",
] as const;
export type SymbolKind = (typeof symbolKinds)[number];

/** One exported declaration. */
export interface CodeSymbol {
  readonly module: string;
  readonly kind: SymbolKind;
  /** TypeScript source of the declaration, without a body. */
  readonly signature: string;
  readonly members: readonly SymbolMember[];
  readonly documented: boolean;
  readonly deprecated: boolean;
  /** `export default`. */
  readonly isDefault?: boolean;
  /** The package that has the declaration, of one that is only passed on. */
  readonly package?: string;
}

/** A field of an interface, a method of a class, a parameter that is described. */
export interface SymbolMember {
  readonly name: string;
  /** What stands before the name: `static`, `readonly`, `get`. */
  readonly modifiers: readonly string[];
  /** It need not be there: `name?`. */
  readonly isOptional: boolean;
  /** It is given when the thing is called or written: no part of what it has. */
  readonly isParameter?: true;
  /** TypeScript, one for each overload. */
  readonly types: readonly string[];
  /** The value when none is given, as it is written. */
  readonly initial?: string;
  /** What its author says of it. */
  readonly description?: Prose;
}

/** One test of the last run. How long it took is left out: it would change every page at every run. */
export interface TestResult {
  readonly suite: string;
  readonly name: string;
  readonly verdict: TestVerdict;
  /** The first line of what a test that did not pass says. */
  readonly message?: string;
  /** When it ran, in UTC, as far as its report tells. */
  readonly ranAt?: string;
  /** The commit it ran on, as far as its report tells. */
  readonly ranOn?: string;
  /** Of a stale result: what changed after the run, items by name and the test by its file. */
  readonly changedSince?: readonly string[];
}

/** `stale`: it passed, and since then the test or what it verifies has changed. */
export const testVerdicts = ["passed", "failed", "error", "stale", "skipped"] as const;
export type TestVerdict = (typeof testVerdicts)[number];
