import type { Operation, Suppression } from "./migration-operations.ts";
import type { Grant, Owned, Recorded, Removal } from "../recorded.ts";

/** Items that come from SQL migrations, named as PostgreSQL's catalogue names them. */
export interface DatabaseItems {
  /** One migration file, and what became of its statements. */
  migration: {
    /** From 0, in the order of application. */
    readonly order: number;
    readonly statements: number;
    readonly modelled: number;
    readonly passedOver: number;
    readonly notUnderstood: number;
    /** What takes locks or breaks programs that run meanwhile; absent when nothing does. */
    readonly operations?: readonly Operation[];
    readonly suppressions?: readonly Suppression[];
    /** What was there before it and is not any more; absent when nothing is. */
    readonly removed?: readonly Removal[];
    readonly foreign?: true;
  };
  /** A PostgreSQL schema; the word `schema` belongs to OpenAPI here. */
  namespace: Owned & {
    /** Whether the settings say that an API shows it; absent when they say nothing. */
    readonly exposed?: boolean;
  };
  extension: Recorded & { readonly namespace?: string };
  table: Table;
  column: Column;
  index: Recorded & {
    readonly table: string;
    readonly method: string;
    readonly unique: boolean;
    /** Columns and expressions as written. */
    readonly keys: readonly string[];
    /** Columns that only ride along. */
    readonly include: readonly string[];
    /** Two rows without a value are alike. */
    readonly nullsNotDistinct?: true;
    readonly predicate?: string;
    /** How it is stored: `fillfactor=70`. */
    readonly options?: readonly string[];
  };
  constraint: Recorded & {
    readonly table: string;
    readonly type: "primary key" | "unique" | "foreign key" | "check" | "exclude" | "not null";
    readonly columns: readonly string[];
    /** `FOREIGN KEY (area_id) REFERENCES public.area (id) ON DELETE CASCADE` */
    readonly definition: string;
    /** The table that a foreign key refers to, whether a migration creates it or not. */
    readonly references?: string;
  };
  view: View;
  "materialized-view": View;
  function: Routine;
  trigger: Recorded & {
    readonly table: string;
    readonly timing: "before" | "after" | "instead of";
    readonly events: readonly string[];
    readonly level: "row" | "statement";
    readonly condition?: string;
    /** As written; the link `calls` leads to it when a migration creates it. */
    readonly function: string;
    /** When it fires; absent for what is usual, in the sessions that change data themselves. */
    readonly enabled?: "never" | "replica" | "always";
    /** `CONSTRAINT TRIGGER`: it can wait for the end of the transaction. */
    readonly constraint?: "not deferrable" | "initially immediate" | "initially deferred";
  };
  policy: Recorded & {
    readonly table: string;
    readonly command: string;
    readonly permissive: boolean;
    readonly roles: readonly string[];
    readonly using?: string;
    readonly check?: string;
  };
  type: Owned & {
    readonly namespace: string;
    readonly kind: "enum" | "domain" | "composite" | "range" | "base";
    /** What a domain is made of, or a range over. */
    readonly definition: string;
    /** Labels of an enum; `name type` of a composite's attributes; constraints of a domain. */
    readonly labels: readonly string[];
  };
  sequence: Owned & {
    readonly namespace: string;
    readonly ownedBy?: string;
    /** Made by PostgreSQL for a column, not by a statement of its own. */
    readonly generated?: "serial" | "identity";
    /** `increment=10`, `cycle=true`: what the statements say. */
    readonly options?: readonly string[];
  };
  "cron-job": Recorded & { readonly schedule: string; readonly command: string };
  role: Recorded & {
    /** `LOGIN`, `BYPASSRLS`: what it may do, in the words of `CREATE ROLE`. */
    readonly options: readonly string[];
    readonly memberOf: readonly string[];
  };
  /** `ALTER DEFAULT PRIVILEGES`: what is granted on objects that are created later. */
  "default-privilege": Recorded & {
    /** Whose new objects; absent for those of whoever runs the migrations. */
    readonly creator?: string;
    /** Absent when it holds in every schema. */
    readonly namespace?: string;
    readonly on: "tables" | "sequences" | "functions" | "types" | "schemas" | "large objects";
    readonly grants: readonly Grant[];
  };
  publication: Owned & {
    /** `all` also holds tables that are created later. */
    readonly tables: "all" | readonly string[];
    readonly namespaces: readonly string[];
    /** Statements change it and no migration creates it: `supabase_realtime`. */
    readonly external?: true;
    /** `insert`, `update`, `delete`, `truncate` */
    readonly operations: readonly string[];
  };
  "event-trigger": Owned & {
    readonly event: string;
    /** The commands it listens to; empty for all of them. */
    readonly tags: readonly string[];
    /** As written; the link `calls` leads to it when a migration creates it. */
    readonly function: string;
    readonly enabled?: "never" | "replica" | "always";
  };
  rule: Recorded & {
    readonly table: string;
    readonly event: string;
    readonly instead: boolean;
    readonly definition: string;
  };
  /** What is known by name and text alone: an operator, a cast, a collation. */
  definition: Owned & {
    readonly namespace?: string;
    /** In PostgreSQL's words, lower case: `operator`, `cast`, `text search configuration`. */
    readonly kind: string;
    readonly definition: string;
  };
}

/** Names of tables are as people write them: `public.catalogo`. */
export interface Table extends Owned {
  readonly namespace: string;
  /** Names, in order; empty for a partition, whose columns are its parent's. */
  readonly columns: readonly string[];
  readonly rowSecurity: "off" | "on" | "forced";
  /** `RANGE (data_referencia)`, for a partitioned table. */
  readonly partitionKey?: string;
  /** For a partition: `FOR VALUES FROM … TO …` or `DEFAULT`, and its parent. */
  readonly bounds?: string;
  readonly parent?: string;
  /** For a table made by `CREATE TABLE … AS`: its columns follow from the query. */
  readonly query?: string;
  /** Tables that it inherits from, without partitions. */
  readonly inherits?: readonly string[];
  /** `fillfactor=70`, `autovacuum_enabled=false` */
  readonly options?: readonly string[];
  readonly unlogged?: true;
  /** The server of a foreign table. */
  readonly server?: string;
}

export interface Column extends Recorded {
  /** A table, view or materialized view. */
  readonly table: string;
  readonly position: number;
  /** As written, with modifiers; empty for an expression of a view whose type its text does not show. */
  readonly type: string;
  readonly nullable: boolean;
  readonly default?: string;
  readonly generated?: string;
  /** Computed when it is read, not stored. */
  readonly virtual?: true;
  readonly identity?: "always" | "by default";
  readonly collation?: string;
  /** It comes from a table that its table inherits from. */
  readonly inherited?: true;
}

export interface View extends Owned {
  readonly namespace: string;
  readonly query: string;
  /** Names, in order, as far as the query tells them. */
  readonly columns?: readonly string[];
  /** Whether it reads with the rights of whoever asks. */
  readonly securityInvoker: boolean;
  /** Its conditions come before those of whoever asks. */
  readonly securityBarrier?: true;
  /** What rows written through it must meet. */
  readonly checkOption?: "local" | "cascaded";
  /** What PostgreSQL does through it without a rule or trigger; absent when nothing. */
  readonly writable?: readonly ("insert" | "update" | "delete")[];
}

/** A function, procedure or aggregate. */
export interface Routine extends Owned {
  readonly namespace: string;
  readonly kind: "function" | "procedure" | "aggregate";
  readonly arguments: readonly RoutineArgument[];
  readonly returns: string;
  readonly language: string;
  readonly volatility: "volatile" | "stable" | "immutable";
  readonly securityDefiner: boolean;
  /** `search_path = public`, as written. */
  readonly settings: readonly string[];
  /** Whether a query that calls it may run in several processes; absent for `unsafe`. */
  readonly parallel?: "safe" | "restricted";
  /** It gives NULL for NULL without running. */
  readonly strict?: true;
  readonly leakproof?: true;
  readonly window?: true;
  /** Of an aggregate: its options, as written. */
  readonly body: string;
}

export interface RoutineArgument {
  readonly name?: string;
  readonly type: string;
  readonly mode: "in" | "out" | "inout" | "variadic" | "table";
  readonly default?: string;
}
