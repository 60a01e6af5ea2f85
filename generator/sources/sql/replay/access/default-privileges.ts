import type { AlterDefaultPrivilegesStmt, Node } from "libpg-query";
import type { Grant } from "../../catalogue/entry.ts";
import type { DefaultPrivilege } from "../../catalogue/standalone.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newEntry, type Verdict } from "../context.ts";
import { roleNames, stringsOf } from "../read-nodes.ts";
import { defElems } from "../tables/options.ts";
import { changeGrants, changesOf, type Grantable } from "./privileges.ts";

type On = DefaultPrivilege["on"];

const kinds: Readonly<Partial<Record<string, On>>> = {
  OBJECT_TABLE: "tables",
  OBJECT_SEQUENCE: "sequences",
  OBJECT_FUNCTION: "functions",
  OBJECT_TYPE: "types",
  OBJECT_SCHEMA: "schemas",
  OBJECT_LARGEOBJECT: "large objects",
};

/** What PostgreSQL grants to everybody when nothing else is said. */
const builtIn: Readonly<Partial<Record<On, readonly Grant[]>>> = {
  functions: [{ role: "public", privileges: ["execute"], grantable: [] }],
  types: [{ role: "public", privileges: ["usage"], grantable: [] }],
};

function alterDefaults(node: AlterDefaultPrivilegesStmt, context: Context): Verdict {
  const on = kinds[node.action?.objtype ?? ""];
  if (on === undefined || node.action === undefined) return "not understood";
  const changes = changesOf(node.action, context);
  const { defaultPrivileges } = context.session.catalogue.access;
  for (const creator of optionOf(node, "roles", roleNames)) {
    for (const namespace of optionOf(node, "schemas", stringsOf)) {
      const privilege = findOrMake({ creator, namespace, on }, context);
      changing(context, [privilege], () => {
        privilege.grants = changes.reduce(
          (grants, change) => changeGrants(on, grants, change),
          privilege.grants,
        );
      });
      // Those of one schema only add: when nothing is added, there are none.
      if (namespace !== undefined && privilege.grants.length === 0) {
        defaultPrivileges.delete(keyOf(privilege));
      }
    }
  }
  return "modelled";
}

/** The names behind an option, or one `undefined` where it is not written. */
function optionOf(
  { options }: AlterDefaultPrivilegesStmt,
  name: string,
  read: (nodes: readonly Node[] | undefined) => readonly string[],
): readonly (string | undefined)[] {
  const arg = defElems(options).find(({ defname }) => defname === name)?.arg;
  return arg && "List" in arg ? read(arg.List.items) : [undefined];
}

interface Place {
  readonly creator?: string | undefined;
  readonly namespace?: string | undefined;
  readonly on: On;
}

const keyOf = ({ creator = "", namespace = "", on }: Place): string =>
  [creator, namespace, on].join("\0");

/** Those of all schemas start from what PostgreSQL grants; those of one schema only add. */
function findOrMake(place: Place, context: Context): DefaultPrivilege {
  const { defaultPrivileges } = context.session.catalogue.access;
  const known = defaultPrivileges.get(keyOf(place));
  if (known !== undefined) return known;
  const { creator, namespace, on } = place;
  const made: DefaultPrivilege = {
    kind: "default-privilege",
    ...newEntry(context, on),
    on,
    grants: namespace === undefined ? (builtIn[on] ?? []) : [],
    ...(creator !== undefined && { creator }),
    ...(namespace !== undefined && { namespace }),
  };
  defaultPrivileges.set(keyOf(place), made);
  return made;
}

/** PostgreSQL's first role is taken for the one that runs the migrations when none is set. */
const migrating = "postgres";

/** Gives a new object the rights that it has from its creation on. */
export function grantByDefault(object: Grantable, on: On, context: Context): void {
  const { session } = context;
  const { defaultPrivileges } = session.catalogue.access;
  const namespace = "namespace" in object ? object.namespace : undefined;
  const creators = session.role === undefined ? [undefined, migrating] : [session.role];
  const find = (schema: string | undefined) =>
    creators.flatMap(
      (creator) => defaultPrivileges.get(keyOf({ creator, namespace: schema, on })) ?? [],
    );
  const everywhere = find(undefined);
  const base = everywhere.length === 0 ? (builtIn[on] ?? []) : grantsOf(everywhere);
  const here = namespace === undefined ? [] : grantsOf(find(namespace));
  const grants = here.reduce((before, { role, privileges, grantable, origin }) => {
    const change = { isGrant: true, roles: [role], columns: undefined, byDefault: true };
    const from = origin ?? object.created;
    const given = changeGrants(on, before, {
      ...change,
      privileges,
      isOption: false,
      origin: from,
    });
    if (grantable.length === 0) return given;
    return changeGrants(on, given, {
      ...change,
      privileges: grantable,
      isOption: true,
      origin: from,
    });
  }, base);
  if (grants.length > 0) object.grants = grants;
  // `SET ROLE` says who makes what follows.
  if (session.role !== undefined) object.owner = session.role;
}

const grantsOf = (privileges: readonly DefaultPrivilege[]): readonly Grant[] =>
  privileges
    .flatMap(({ grants }) => grants)
    .map((grant) => (grant.origin ? { ...grant, byDefault: true } : grant));

export const defaultPrivilegeHandlers: Handlers = { AlterDefaultPrivilegesStmt: alterDefaults };
