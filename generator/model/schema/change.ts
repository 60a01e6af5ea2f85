import type { Location } from "../location.ts";

/**
 * What a change means for those who read or write through the schema. `spelling`: it is written in
 * another way, and PostgreSQL's parser takes both for the same, casts aside.
 */
export type Effect = "breaking" | "compatible" | "unclassified" | "spelling";

/** An object of a schema at one moment, as its page would show it. */
export interface SchemaObject {
  readonly kind: string;
  /** Of the item that is the object on the pages. */
  readonly id: string;
  /** As people write it: `public.catalogo.nome`, `public.buscar(text)`. */
  readonly name: string;
  /** The last part of the name: what a rename changes. */
  readonly localName: string;
  /** The table or schema that it lies in. */
  readonly owner?: string;
  readonly attributes: object;
  readonly location: Location;
  /** Tells the statement that made it from all others of one history: objects keep it when renamed. */
  readonly origin: string;
}

/** One attribute of an object, before and after; a long text is only said to differ. */
export interface AttributeChange {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  readonly effect: Effect;
}

/** What became of one object. */
export interface SchemaChange {
  readonly change: "added" | "removed" | "changed" | "renamed";
  readonly kind: string;
  /** Of the item that is the object on the pages. */
  readonly id: string;
  readonly name: string;
  /** Its name before, when it has a new one. */
  readonly formerName?: string;
  readonly attributes: readonly AttributeChange[];
  readonly effect: Effect;
  /** The table or schema whose own coming or going brings this about. */
  readonly with?: string;
  /** Where the object is made, in the version that has it. */
  readonly location: Location;
}
