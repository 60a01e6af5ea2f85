/** A table as a diagram shows it. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  /** Relative to the page that shows the diagram; absent for what has no page. */
  readonly href?: string;
  readonly keys: readonly EntityKey[];
  /** What is not shown of it: `+ 5 columns`. */
  readonly rest: string;
  /** What the diagram is about. */
  readonly isSubject: boolean;
}

/** A column that is part of a key. */
export interface EntityKey {
  readonly name: string;
  readonly type: string;
  readonly primary: boolean;
  readonly foreign: boolean;
}

/** A foreign key. */
export interface Relationship {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  /** At most one row refers to one row. */
  readonly isUnique: boolean;
  /** A row may refer to nothing. */
  readonly isOptional: boolean;
}

/** Tables and the foreign keys between them. */
export interface EntityDiagram {
  readonly title: string;
  readonly description: string;
  readonly entities: readonly Entity[];
  readonly relationships: readonly Relationship[];
}
