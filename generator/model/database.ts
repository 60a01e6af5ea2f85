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
  };
  /** A PostgreSQL schema; the word `schema` belongs to OpenAPI here. */
  namespace: Record<never, never>;
  extension: { readonly namespace?: string };
  table: Table;
  column: Column;
  index: {
    readonly table: string;
    readonly method: string;
    readonly unique: boolean;
    /** Columns and expressions as written. */
    readonly keys: readonly string[];
    /** Columns that only ride along. */
    readonly include: readonly string[];
    readonly predicate?: string;
  };
  constraint: {
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
  trigger: {
    readonly table: string;
    readonly timing: "before" | "after" | "instead of";
    readonly events: readonly string[];
    readonly level: "row" | "statement";
    readonly condition?: string;
    /** As written; the link `calls` leads to it when a migration creates it. */
    readonly function: string;
  };
  policy: {
    readonly table: string;
    readonly command: string;
    readonly permissive: boolean;
    readonly roles: readonly string[];
    readonly using?: string;
    readonly check?: string;
  };
  type: {
    readonly namespace: string;
    readonly kind: "enum" | "domain" | "composite" | "range";
    /** What a domain is made of, or a range over. */
    readonly definition: string;
    /** Labels of an enum; `name type` of a composite's attributes; constraints of a domain. */
    readonly labels: readonly string[];
  };
  sequence: { readonly namespace: string; readonly ownedBy?: string };
  "cron-job": { readonly schedule: string; readonly command: string };
}

/** Names of tables are as people write them: `public.catalogo`. */
export interface Table {
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
}

export interface Column {
  readonly table: string;
  readonly position: number;
  /** As written, with modifiers. */
  readonly type: string;
  readonly nullable: boolean;
  readonly default?: string;
  readonly generated?: string;
  readonly identity?: "always" | "by default";
}

export interface View {
  readonly namespace: string;
  readonly query: string;
  /** Whether it reads with the rights of whoever asks. */
  readonly securityInvoker: boolean;
}

/** A function or procedure. */
export interface Routine {
  readonly namespace: string;
  readonly kind: "function" | "procedure";
  readonly arguments: readonly RoutineArgument[];
  readonly returns: string;
  readonly language: string;
  readonly volatility: "volatile" | "stable" | "immutable";
  readonly securityDefiner: boolean;
  /** `search_path = public`, as written. */
  readonly settings: readonly string[];
  readonly body: string;
}

export interface RoutineArgument {
  readonly name?: string;
  readonly type: string;
  readonly mode: "in" | "out" | "inout" | "variadic" | "table";
  readonly default?: string;
}
