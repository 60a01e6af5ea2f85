/** The id of the migration that a statement stands in. */
type MigrationId = `migration:${string}`;

/** What the migrations say about an object after its creation, oldest first; absent when nothing. */
export interface Recorded {
  readonly changes?: readonly AttributeChange[];
}

/** An object with rights of its own. */
export interface Owned extends Recorded {
  /** As `OWNER TO` says; absent for whoever runs the migrations. */
  readonly owner?: string;
  /** Who may do what beside the owner; absent when nobody may. */
  readonly grants?: readonly Grant[];
}

/** One attribute that a statement set anew, and where. */
export interface AttributeChange {
  /** `type`, `default`, `nullable`, `name`, `comment`, `rowSecurity`, `body`, `column` … */
  readonly attribute: string;
  readonly file: string;
  readonly line: number;
  readonly migration: MigrationId;
  /** Absent for what was not there, and for texts that are too long to be quoted. */
  readonly before?: string;
  /** Absent for what is no longer there, and for texts that are too long to be quoted. */
  readonly after?: string;
}

/** An object that is no longer there. */
export interface Removal {
  readonly kind: string;
  /** As it was called last. */
  readonly name: string;
  /** The id of a migration. */
  readonly createdBy: string;
}

/** What a role may do with an object. */
export interface Grant {
  /** `public` is everybody. */
  readonly role: string;
  /** `select`, `insert`, `execute`, `usage` …, in PostgreSQL's order. */
  readonly privileges: readonly string[];
  /** The columns that it is limited to; absent for all of the object. */
  readonly columns?: readonly string[];
  /** The privileges among them that the role may grant in turn. */
  readonly grantable?: readonly string[];
  /** The last statement that gave one of them; absent for what PostgreSQL grants by itself. */
  readonly origin?: GrantOrigin;
}

interface GrantOrigin {
  readonly file: string;
  readonly line: number;
  readonly migration: MigrationId;
  /** It was given by default privileges when the object was created. */
  readonly byDefault?: true;
}
