import type {
  AlterRoleStmt,
  CreateRoleStmt,
  DefElem,
  DropRoleStmt,
  GrantRoleStmt,
  Node,
} from "libpg-query";
import { ownedObjects } from "../../catalogue/owned-objects.ts";
import type { Role } from "../../catalogue/standalone.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { roleName, roleNames } from "../read-nodes.ts";
import { defElems } from "../tables/options.ts";

/** From the parser's name of an option to the word that is written. */
const words: Readonly<Partial<Record<string, string>>> = {
  superuser: "SUPERUSER",
  createdb: "CREATEDB",
  createrole: "CREATEROLE",
  inherit: "INHERIT",
  canlogin: "LOGIN",
  isreplication: "REPLICATION",
  bypassrls: "BYPASSRLS",
};

function createRole(node: CreateRoleStmt, context: Context): Verdict {
  const { roles } = context.session.catalogue.access;
  const name = node.role ?? "";
  if (roles.has(name)) {
    if (context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  const isUser = node.stmt_type === "ROLESTMT_USER";
  const role: Role = {
    kind: "role",
    ...newSubject(context, name),
    options: isUser ? ["LOGIN"] : [],
    memberOf: [],
  };
  setOptions(role, node.options);
  roles.set(name, role);
  for (const member of rolesBehind(node, "rolemembers", "adminmembers")) {
    changeMembership(context, member, { groups: [name], isGrant: true });
  }
  return "modelled";
}

function setOptions(role: Role, nodes: readonly Node[] | undefined): void {
  for (const option of defElems(nodes)) {
    const word = words[option.defname ?? ""];
    if (word !== undefined) role.options = withOption(role.options, word, isOn(option));
    if (option.defname === "addroleto") role.memberOf = union(role.memberOf, listed(option));
  }
}

/** What is as usual is not shown: a role inherits, and may do nothing else. */
function withOption(options: readonly string[], word: string, on: boolean): readonly string[] {
  const shown = word === "INHERIT" ? "NOINHERIT" : word;
  const rest = options.filter((each) => each !== shown);
  return (word === "INHERIT" ? !on : on) ? [...rest, shown] : rest;
}

const isOn = ({ arg }: DefElem): boolean =>
  arg !== undefined && "Boolean" in arg && arg.Boolean.boolval === true;

const listed = ({ arg }: DefElem): readonly string[] =>
  arg && "List" in arg ? roleNames(arg.List.items) : [];

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [
  ...new Set([...a, ...b]),
];

const rolesBehind = (
  { options }: CreateRoleStmt | AlterRoleStmt,
  ...names: readonly string[]
): readonly string[] =>
  defElems(options)
    .filter(({ defname = "" }) => names.includes(defname))
    .flatMap(listed);

interface Membership {
  readonly groups: readonly string[];
  readonly isGrant: boolean;
}

/** Only roles that a migration creates are shown; the others come from outside. */
function changeMembership(
  context: Context,
  member: string,
  { groups, isGrant }: Membership,
): boolean {
  const role = context.session.catalogue.access.roles.get(member);
  if (role === undefined) return false;
  changing(context, [role], () => {
    role.memberOf = isGrant
      ? union(role.memberOf, groups)
      : role.memberOf.filter((each) => !groups.includes(each));
  });
  return true;
}

function alterRole(node: AlterRoleStmt, context: Context): Verdict {
  const name = node.role ? roleName(node.role) : "";
  const role = context.session.catalogue.access.roles.get(name);
  if (role === undefined) return "passed over";
  const members = rolesBehind(node, "rolemembers");
  changing(context, [role], () => setOptions(role, node.options));
  // `ALTER GROUP … ADD USER` names members; -1 takes them out.
  for (const member of members) {
    changeMembership(context, member, { groups: [name], isGrant: node.action !== -1 });
  }
  return "modelled";
}

/** `GRANT group TO member` */
function grantRole(node: GrantRoleStmt, context: Context): Verdict {
  const groups = (node.granted_roles ?? []).flatMap((each) =>
    "AccessPriv" in each ? (each.AccessPriv.priv_name ?? []) : [],
  );
  const isGrant = node.is_grant === true;
  // `REVOKE ADMIN OPTION FOR` leaves the membership.
  if (!isGrant && (node.opt ?? []).length > 0) return "passed over";
  const taken = roleNames(node.grantee_roles).map((member) =>
    changeMembership(context, member, { groups, isGrant }),
  );
  return taken.includes(true) ? "modelled" : "passed over";
}

function dropRoles(node: DropRoleStmt, context: Context): Verdict {
  const verdicts = roleNames(node.roles).map((name) => dropRole(name, context));
  return verdicts.includes(true) ? "modelled" : "passed over";
}

/** PostgreSQL keeps a role that has rights or owns something. */
function dropRole(name: string, context: Context): boolean {
  const { access } = context.session.catalogue;
  const role = access.roles.get(name);
  if (role === undefined) return false;
  const holding = ownedObjects(context.session.catalogue).filter(
    ({ owner, grants = [] }) => owner === name || grants.some((each) => each.role === name),
  );
  const [first] = holding;
  if (first !== undefined && !context.conditional) {
    const args = { statement: `DROP ROLE ${name}`, by: first.name, count: holding.length };
    report(context, "sources/sql-still-used", args);
  }
  role.dropped = true;
  access.roles.delete(name);
  for (const other of access.roles.values()) {
    other.memberOf = other.memberOf.filter((each) => each !== name);
  }
  return true;
}

export const roleHandlers: Handlers = {
  CreateRoleStmt: createRole,
  AlterRoleStmt: alterRole,
  GrantRoleStmt: grantRole,
  DropRoleStmt: dropRoles,
};
