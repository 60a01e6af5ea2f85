import type { LinkRole } from "#model/links/link-role.ts";
import type { Location } from "#model/location.ts";
import type { ColumnUse } from "../analysis/collect-columns.ts";
import type { Entry, LateName, Name, OwnedEntry, StoredEntry } from "./entry.ts";
import type {
  Access,
  Argument,
  DefaultPrivilege,
  Definition,
  Extension,
  Namespace,
  Role,
  UserType,
} from "./standalone.ts";

export type { UserType } from "./standalone.ts";

/** One object uses another. */
export interface Use {
  readonly role: LinkRole;
  readonly target: CatalogueObject | LateName;
  readonly location: Location;
}

/** A table, view, materialized view or sequence: they share one space of names. */
export interface Relation extends OwnedEntry, StoredEntry {
  readonly kind: "table" | "view" | "materialized-view" | "sequence";
  namespace: string;
  /** False when statements name it but no migration creates it: `auth.users`. */
  readonly known: boolean;
  readonly temporary: boolean;
  columns: Column[];
  readonly constraints: Constraint[];
  readonly indexes: Index[];
  readonly triggers: Trigger[];
  readonly policies: Policy[];
  rowSecurity: boolean;
  /** Row security for the owner of the table too. */
  rowSecurityForced: boolean;
  partitionKey?: string;
  partition?: { readonly parent: Relation; readonly bounds: string; readonly merged?: Merged };
  readonly partitions: Relation[];
  readonly parents: Relation[];
  readonly children: Relation[];
  readonly rules: Rule[];
  unlogged?: boolean;
  server?: string;
  query?: string;
  readsColumns?: readonly Column[];
  uses: readonly Use[];
  securityInvoker: boolean;
  securityBarrier?: boolean;
  checkOption?: "local" | "cascaded";
  writable?: readonly ("insert" | "update" | "delete")[];
  generated?: "serial" | "identity";
  /** The column that a sequence belongs to. */
  ownedBy?: Column;
}

/** What a table had of its own before it became a partition, and its parent has too. */
export interface Merged {
  readonly constraints: Constraint[];
  readonly indexes: Index[];
}

export interface Column extends Entry {
  readonly kind: "column";
  readonly relation: Relation;
  type: string;
  nullable: boolean;
  default?: string;
  generated?: string;
  virtual?: boolean;
  identity?: "always" | "by default";
  collation?: string;
  inherited?: boolean;
  /** A view or condition ever read it, a sequence was ever its own: else none need be asked. */
  read?: boolean;
  counted?: boolean;
}

export interface Constraint extends Entry {
  readonly kind: "constraint";
  readonly relation: Relation;
  readonly type: "primary key" | "unique" | "foreign key" | "check" | "exclude" | "not null";
  columns: readonly string[];
  references?: { readonly relation: Relation; columns: readonly string[] };
  /** Two rows without a value are alike. */
  readonly nullsNotDistinct?: boolean;
  /** What follows the columns: `ON DELETE CASCADE`, or all of a check. */
  rest: string;
}

export interface Index extends StoredEntry {
  readonly kind: "index";
  readonly relation: Relation;
  readonly method: string;
  readonly unique: boolean;
  keys: readonly string[];
  include: readonly string[];
  predicate?: string;
  readonly nullsNotDistinct?: boolean;
}

export interface Trigger extends Entry {
  readonly kind: "trigger";
  readonly relation: Relation;
  readonly timing: "before" | "after" | "instead of";
  events: readonly string[];
  readonly level: "row" | "statement";
  condition?: string;
  readonly routine: Name;
  enabled?: "never" | "replica" | "always";
  readonly constraint?: "not deferrable" | "initially immediate" | "initially deferred";
  /** Names that its function may call the changed rows by: `REFERENCING NEW TABLE AS novas`. */
  readonly transitions: readonly string[];
  readonly uses: readonly Use[];
  readonly readsColumns: readonly Column[];
}

export interface Rule extends Entry {
  readonly kind: "rule";
  readonly relation: Relation;
  readonly event: string;
  readonly instead: boolean;
  readonly definition: string;
  readonly readsColumns: readonly Column[];
}

export interface Policy extends Entry {
  readonly kind: "policy";
  readonly relation: Relation;
  readonly command: string;
  readonly permissive: boolean;
  roles: readonly string[];
  using?: string;
  check?: string;
  uses: readonly Use[];
  /** Columns that its conditions read, of this table and of others. */
  readsColumns: readonly Column[];
}

/** A function, procedure or aggregate. */
export interface Routine extends OwnedEntry {
  readonly kind: "function";
  namespace: string;
  routineKind: "function" | "procedure" | "aggregate";
  /** Canonical types of what it is called with: they tell overloads apart. */
  readonly signature: readonly string[];
  arguments: readonly Argument[];
  returns: string;
  language: string;
  volatility: "volatile" | "stable" | "immutable";
  securityDefiner: boolean;
  /** `search_path = public`, as written. */
  settings: readonly string[];
  parallel?: "safe" | "restricted" | "unsafe";
  strict?: boolean;
  leakproof?: boolean;
  window?: boolean;
  body: string;
  /** Found out when it is first asked for: nobody asks for those of a body that is replaced. */
  effects: () => Effects;
}

/** What the body of a function does when it runs. */
interface Effects {
  readonly uses: readonly Use[];
  /** Statements that define objects. */
  readonly defines: readonly Location[];
  /** Columns that it names behind a table, or writes to. */
  readonly columns: readonly ColumnUse[];
}

export interface Job extends Entry {
  readonly kind: "cron-job";
  readonly schedule: string;
  readonly command: string;
  readonly uses: readonly Use[];
}

export interface Publication extends OwnedEntry {
  readonly kind: "publication";
  /** False when statements change it but no migration creates it. */
  readonly known: boolean;
  tables: "all" | readonly Relation[];
  namespaces: readonly string[];
  operations: readonly string[];
}

export interface EventTrigger extends OwnedEntry {
  readonly kind: "event-trigger";
  readonly event: string;
  readonly tags: readonly string[];
  readonly routine: Name;
  enabled?: "never" | "replica" | "always";
  readonly uses: readonly Use[];
}

export type CatalogueObject =
  | Namespace
  | Extension
  | Relation
  | Column
  | Constraint
  | Index
  | Trigger
  | Policy
  | Routine
  | UserType
  | Job
  | Rule
  | Role
  | DefaultPrivilege
  | Publication
  | EventTrigger
  | Definition;

/** The object of a kind. */
export type ObjectOf<Kind extends CatalogueObject["kind"]> = Kind extends Relation["kind"]
  ? Relation
  : Extract<CatalogueObject, { kind: Kind }>;

export const isLate = (target: Use["target"]): target is LateName =>
  target.kind.startsWith("late ");

/** What the migrations have built so far. */
export interface Catalogue {
  readonly namespaces: Map<string, Namespace>;
  readonly extensions: Map<string, Extension>;
  /** By `objectKey`. */
  readonly relations: Map<string, Relation>;
  /** Relations that statements name and no migration creates. */
  readonly unknown: Map<string, Relation>;
  readonly indexes: Map<string, Index>;
  /** Overloads in the order of their creation. */
  readonly routines: Map<string, Routine[]>;
  readonly types: Map<string, UserType>;
  readonly jobs: Map<string, Job>;
  readonly access: Access;
  readonly publications: Map<string, Publication>;
  readonly eventTriggers: Map<string, EventTrigger>;
  readonly definitions: Map<string, Definition>;
  /** Schemas in which migrations create something: what is missing there is missing indeed. */
  readonly ownSchemas: Set<string>;
}

/** The key of a schema's object; no identifier holds a NUL. */
export const objectKey = (namespace: string, name: string): string => `${namespace}\0${name}`;
