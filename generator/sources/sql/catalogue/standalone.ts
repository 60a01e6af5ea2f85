import type { Entry, Grant, OwnedEntry } from "./entry.ts";

export interface Namespace extends OwnedEntry {
  readonly kind: "namespace";
}

export interface Extension extends Entry {
  readonly kind: "extension";
  namespace?: string;
}

export interface UserType extends OwnedEntry {
  readonly kind: "type";
  namespace: string;
  readonly typeKind: "enum" | "domain" | "composite" | "range" | "base";
  /** What a domain is made of, or a range over. */
  readonly definition: string;
  /** Labels of an enum; `name type` of a composite's attributes; constraints of a domain. */
  labels: string[];
}

/** An argument of a function. */
export interface Argument {
  readonly name?: string;
  readonly type: string;
  readonly mode: "in" | "out" | "inout" | "variadic" | "table";
  readonly default?: string;
}

export interface Role extends Entry {
  readonly kind: "role";
  options: readonly string[];
  memberOf: readonly string[];
}

/** What is granted on objects that are created later. */
export interface DefaultPrivilege extends Entry {
  readonly kind: "default-privilege";
  readonly creator?: string;
  namespace?: string;
  readonly on: "tables" | "sequences" | "functions" | "types" | "schemas" | "large objects";
  grants: readonly Grant[];
}

/** What is known by name and text alone: an operator, a cast, a collation. */
export interface Definition extends OwnedEntry {
  readonly kind: "definition";
  namespace?: string;
  readonly definitionKind: string;
  readonly text: string;
}

/** Who may do what, as far as it belongs to no object. */
export interface Access {
  readonly roles: Map<string, Role>;
  /** By `creator\0schema\0kind of object`. */
  readonly defaultPrivileges: Map<string, DefaultPrivilege>;
  /** Schemas that nobody creates and that have rights: `public`. */
  readonly impliedNamespaces: Map<string, Namespace>;
}

export const noAccess = (): Access => ({
  roles: new Map(),
  defaultPrivileges: new Map(),
  impliedNamespaces: new Map(),
});
