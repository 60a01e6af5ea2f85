import type { AccessPriv, GrantStmt, Node } from "libpg-query";
import type { CatalogueObject } from "../../catalogue/catalogue.ts";
import type { Grant, Origin, OwnedEntry } from "../../catalogue/entry.ts";
import { type Context, originOf } from "../context.ts";
import { roleNames, stringsOf } from "../read-nodes.ts";

/** An object that can be granted on. */
export type Grantable = CatalogueObject & OwnedEntry;

const ofTables = "select insert update delete truncate references trigger maintain".split(" ");
const ofColumns = "select insert update references".split(" ");

/** All that can be granted on each kind, in the order of PostgreSQL's manual. */
const privilegesOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  table: ofTables,
  view: ofTables,
  "materialized-view": ofTables,
  tables: ofTables,
  sequence: ["usage", "select", "update"],
  sequences: ["usage", "select", "update"],
  function: ["execute"],
  functions: ["execute"],
  namespace: ["create", "usage"],
  schemas: ["create", "usage"],
  type: ["usage"],
  types: ["usage"],
  "large objects": ["select", "update"],
};

/** What a statement gives or takes, from whom. */
export interface Change {
  readonly isGrant: boolean;
  readonly roles: readonly string[];
  /** Undefined for all of the object, else one column each. */
  readonly columns: readonly string[] | undefined;
  /** Undefined for all there are. */
  readonly privileges: readonly string[] | undefined;
  /** The right to grant them in turn, and for `REVOKE` nothing else. */
  readonly isOption: boolean;
  readonly origin: Origin;
  readonly byDefault?: boolean;
}

type Stated = Pick<Change, "privileges" | "columns">;

/** `SELECT (a, b), INSERT`; no list at all is `ALL`. */
function statedPrivileges(nodes: readonly Node[] | undefined): readonly Stated[] {
  if (nodes === undefined || nodes.length === 0) {
    return [{ privileges: undefined, columns: undefined }];
  }
  return nodes.flatMap((node) => ("AccessPriv" in node ? [stated(node.AccessPriv)] : []));
}

const stated = ({ priv_name, cols }: AccessPriv): Stated => ({
  privileges: priv_name === undefined ? undefined : [priv_name.toLowerCase()],
  columns: cols === undefined ? undefined : stringsOf(cols),
});

/** The grants on something after one more statement; `kind` says what can be granted at all. */
export function changeGrants(
  kind: string,
  grants: readonly Grant[],
  change: Change,
): readonly Grant[] {
  const all = change.columns === undefined ? (privilegesOf[kind] ?? []) : ofColumns;
  const privileges = change.privileges ?? all;
  const columns: readonly (string | undefined)[] = change.columns ?? [undefined];
  return change.roles.reduce(
    (before, role) =>
      columns.reduce(
        (each, column) =>
          change.isGrant
            ? give(each, { role, column, privileges, order: all }, change)
            : take(each, { role, column, privileges, order: all }, change),
        before,
      ),
    grants,
  );
}

interface Part {
  readonly role: string;
  readonly column: string | undefined;
  readonly privileges: readonly string[];
  readonly order: readonly string[];
}

function give(grants: readonly Grant[], part: Part, change: Change): readonly Grant[] {
  const { role, column, privileges, order } = part;
  const old = grants.find((each) => each.role === role && each.column === column);
  const made: Grant = {
    role,
    ...(column !== undefined && { column }),
    privileges: inOrder([...(old?.privileges ?? []), ...privileges], order),
    grantable: inOrder([...(old?.grantable ?? []), ...(change.isOption ? privileges : [])], order),
    origin: change.origin,
    ...(change.byDefault === true && { byDefault: true }),
  };
  return old ? grants.map((each) => (each === old ? made : each)) : [...grants, made];
}

/** What is taken from the whole table is taken from each column too. */
function take(grants: readonly Grant[], part: Part, { isOption }: Change): readonly Grant[] {
  const { role, column, privileges } = part;
  return grants.flatMap((grant) => {
    const isMeant = grant.role === role && (column === undefined || grant.column === column);
    if (!isMeant) return [grant];
    const left = grant.privileges.filter((each) => isOption || !privileges.includes(each));
    const grantable = grant.grantable.filter((each) => !privileges.includes(each));
    return left.length === 0 ? [] : [{ ...grant, privileges: left, grantable }];
  });
}

const inOrder = (privileges: readonly string[], order: readonly string[]): readonly string[] => [
  ...order.filter((each) => privileges.includes(each)),
  ...new Set(privileges.filter((each) => !order.includes(each))),
];

/** What a statement gives or takes, in parts. */
export const changesOf = (node: GrantStmt, context: Context): readonly Change[] =>
  statedPrivileges(node.privileges).map((stated) => ({
    ...stated,
    isGrant: node.is_grant === true,
    roles: roleNames(node.grantees),
    isOption: node.grant_option === true,
    origin: originOf(context),
  }));

/** An owner may do everything: what was granted to it before is no right of its own any more. */
export function giveTo(object: OwnedEntry, owner: string): void {
  object.owner = owner;
  object.grants = (object.grants ?? []).filter(({ role }) => role !== owner);
}
