/** Items that come from SQL migrations, named as PostgreSQL's catalogue names them. */
export interface DatabaseItems {
  /** One migration file; `order` counts from 0 in the order of application. */
  migration: { readonly order: number; readonly statements: number };
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
    readonly predicate?: string;
  };
  constraint: {
    readonly table: string;
    readonly type: "primary key" | "unique" | "foreign key" | "check" | "exclude" | "not null";
    readonly columns: readonly string[];
    /** As written. */
    readonly definition: string;
  };
  view: { readonly query: string };
  "materialized-view": { readonly query: string };
  function: {
    readonly kind: "function" | "procedure";
    readonly arguments: readonly { readonly name?: string; readonly type: string; readonly mode: string; readonly default?: string }[];
    readonly returns: string;
    readonly language: string;
    readonly volatility: "volatile" | "stable" | "immutable";
    readonly securityDefiner: boolean;
    readonly body: string;
  };
  trigger: {
    readonly table: string;
    readonly timing: string;
    readonly events: readonly string[];
    readonly level: "row" | "statement";
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
  type: { readonly kind: "enum" | "domain" | "composite" | "range"; readonly definition: string; readonly labels: readonly string[] };
  sequence: Record<never, never>;
  "cron-job": { readonly schedule: string; readonly command: string };
}

export interface Table {
  readonly namespace: string;
  readonly columns: readonly string[];
  readonly rowSecurity: "off" | "on" | "forced";
  /** `RANGE (data_referencia)`, for a partitioned table. */
  readonly partitionKey?: string;
  /** For a partition: `FOR VALUES FROM … TO …` or `DEFAULT`, and its parent. */
  readonly bounds?: string;
  readonly parent?: string;
}

export interface Column {
  readonly table: string;
  readonly position: number;
  readonly type: string;
  readonly nullable: boolean;
  readonly default?: string;
  readonly generated?: string;
  readonly identity?: "always" | "by default";
}
