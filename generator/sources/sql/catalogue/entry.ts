import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";
import type { AttributeChange } from "#model/recorded.ts";
import type { SourceText } from "../parser/source-text.ts";

/** One migration file. */
export interface Migration {
  /** Its path without the extension. */
  readonly name: string;
  readonly order: number;
  readonly foreign: boolean;
  readonly source: SourceText;
  /** Where names without a schema lead at its start. */
  readonly searchPath: readonly string[];
  /** Whether the server offers the extensions that guards ask for. */
  readonly extensions: "present" | "absent";
  /** By the place of the command that includes it: what is replayed there, if anything. */
  readonly includes: ReadonlyMap<number, Migration | undefined>;
}

/** The statement that made or changed something. */
export interface Origin {
  readonly migration: Migration;
  readonly location: Location;
}

/** What somebody wrote about an object, and the migration that says it. */
export interface Description {
  readonly prose: Prose;
  readonly migration: Migration;
}

/**
 * What every object of the catalogue has. Objects hold each other, not names, as PostgreSQL's own
 * catalogue holds object numbers: a rename keeps every link.
 */
export interface Entry {
  name: string;
  readonly created: Origin;
  readonly changes: Origin[];
  /** What each change did, as the pages have it: nothing is kept twice. */
  readonly record: AttributeChange[];
  description?: Description;
  /** Nothing that holds it may show it any more. */
  dropped?: boolean;
}

/** What a role may do with an object, or with one column of it. */
export interface Grant {
  readonly role: string;
  readonly column?: string;
  readonly privileges: readonly string[];
  /** Those of them that the role may grant in turn. */
  readonly grantable: readonly string[];
  /** Absent for what PostgreSQL grants by itself. */
  readonly origin?: Origin;
  readonly byDefault?: boolean;
}

/** An object with rights of its own. */
export interface OwnedEntry extends Entry {
  owner?: string;
  grants?: readonly Grant[];
}

/** An object that takes room on a disk. */
export interface StoredEntry extends Entry {
  /** How it is stored: `fillfactor=70`. */
  options?: readonly string[];
}

/** A name as a statement writes it. */
export interface Name {
  readonly schema?: string;
  readonly name: string;
}

/** A name inside a text that PostgreSQL reads only when it runs: it is looked up at the end. */
export interface LateName {
  readonly kind: "late relation" | "late routine" | "late type";
  readonly name: Name;
  readonly searchPath: readonly string[];
}
