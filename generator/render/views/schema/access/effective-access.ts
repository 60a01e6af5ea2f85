import type { Graph } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { Grant } from "#model/recorded.ts";
import { leadingTo, ledTo } from "../relations.ts";
import type { AccessRole } from "./roles.ts";

export const operations = ["select", "insert", "update", "delete"] as const;
export type Operation = (typeof operations)[number];

/** What a role reaches with one operation on one table: its grants, and then row security. */
export interface Access {
  /** `unknown`: the migrations neither give it nor create the role, which may have it from before. */
  readonly privilege: "given" | "missing" | "unknown";
  /** The columns that the privilege is limited to; empty for all. */
  readonly columns: readonly string[];
  /** The rows that row security lets through to who has the privilege. */
  readonly rows: "all" | "some" | "none";
  /** The policies that decide which, by name. */
  readonly policies: readonly string[];
}

/** What a role reaches with each operation. */
export type AccessRights = Readonly<Record<Operation, Access>>;

/** What a role that may use the schema, or may not, reaches in a table. */
export function tableAccess(
  graph: Graph,
  table: Item<"table">,
  { role, usage }: { readonly role: AccessRole; readonly usage: Privilege },
): AccessRights {
  const policies = leadingTo(graph, table.id, { role: "applies-to", kind: "policy" });
  const isOwner = ownerIs(table.attributes.owner, role);
  const accessFor = (operation: Operation): Access => ({
    ...privilegeOf(table, role, { operation, usage, isOwner }),
    ...rowsFor(table, role, { operation, policies, isOwner }),
  });
  return {
    select: accessFor("select"),
    insert: accessFor("insert"),
    update: accessFor("update"),
    delete: accessFor("delete"),
  };
}

/** Without `OWNER TO`, an object belongs to whoever runs the migrations. */
export const ownerIs = (
  owner: string | undefined,
  { identities, isMigrator }: AccessRole,
): boolean => (owner === undefined ? isMigrator : identities.has(owner));

type Privilege = Access["privilege"];

/** What lies in a schema and has rights of its own. */
export type Owned = Item<"table"> | Item<"view"> | Item<"materialized-view"> | Item<"function">;

/** Who may not use a schema uses nothing in it; everybody may use `public`. */
export function usageOf(graph: Graph, { id, attributes }: Owned, role: AccessRole): Privilege {
  const [namespace] = ledTo(graph, id, { role: "part-of", kind: "namespace" });
  if (attributes.namespace === "public" || namespace === undefined) return "given";
  const isMade = graph.outgoing.get(namespace.id)?.some((link) => link.role === "created-by");
  const { owner, grants } = namespace.attributes;
  if (isMade !== true || ownerIs(owner, role) || role.isSuperuser) return "given";
  if (grantsTo(role, "usage", grants).length > 0) return "given";
  return role.isKnown ? "missing" : "unknown";
}

const grantsTo = (
  { identities }: AccessRole,
  privilege: string,
  grants: readonly Grant[] = [],
): readonly Grant[] =>
  grants.filter((grant) => identities.has(grant.role) && grant.privileges.includes(privilege));

interface Asked {
  readonly operation: Operation;
  readonly isOwner: boolean;
}

interface Wanted {
  readonly operation: Operation | "execute";
  readonly usage: Privilege;
  readonly isOwner: boolean;
}

/** Whether a role has a privilege on an object, and on which columns. */
export function privilegeOf(
  { attributes }: Owned,
  role: AccessRole,
  { operation, usage, isOwner }: Wanted,
): Pick<Access, "privilege" | "columns"> {
  if (role.isSuperuser) return { privilege: "given", columns: [] };
  const grants = grantsTo(role, operation, attributes.grants);
  if (isOwner || grants.some(({ columns }) => columns === undefined)) {
    return { privilege: usage, columns: [] };
  }
  if (grants.length > 0) {
    return {
      privilege: usage,
      columns: [...new Set(grants.flatMap(({ columns = [] }) => columns))],
    };
  }
  const revoked = (attributes.changes ?? []).some(
    ({ attribute, before = "" }) => attribute === "grant" && before.startsWith(`${role.name}: `),
  );
  const isKnown = role.isKnown || revoked || usage === "missing";
  return { privilege: isKnown ? "missing" : "unknown", columns: [] };
}

function rowsFor(
  { attributes }: Item<"table">,
  role: AccessRole,
  { operation, policies, isOwner }: Asked & { readonly policies: readonly Item<"policy">[] },
): Pick<Access, "rows" | "policies"> {
  const { rowSecurity } = attributes;
  const passes =
    rowSecurity === "off" ||
    role.isSuperuser ||
    role.bypassesRowSecurity ||
    (isOwner && rowSecurity === "on");
  if (passes) return { rows: "all", policies: [] };
  const asked = policies.filter(({ attributes: policy }) => appliesTo(policy, role, operation));
  const conditioned = asked.filter(
    ({ attributes: policy }) => conditions(policy, operation).length > 0,
  );
  const permissive = conditioned.filter((policy) => policy.attributes.permissive);
  if (permissive.length === 0) return { rows: "none", policies: [] };
  const limits = conditioned.filter((policy) => !policy.attributes.permissive);
  const isOpen = ({ attributes: policy }: Item<"policy">): boolean =>
    conditions(policy, operation).every((condition) => /^[\s(]*true[\s)]*$/i.test(condition));
  if (permissive.some(isOpen) && limits.every(isOpen)) return { rows: "all", policies: [] };
  return { rows: "some", policies: [...permissive, ...limits].map(({ title }) => title) };
}

type Policy = Item<"policy">["attributes"];

function appliesTo({ command, roles }: Policy, { identities }: AccessRole, operation: Operation) {
  const isFor = ["all", operation].includes(command.toLowerCase());
  return isFor && (roles.length === 0 || roles.some((role) => identities.has(role)));
}

/** What a policy asks; one that asks nothing of the operation lets nothing through. */
function conditions({ using, check }: Policy, operation: Operation): readonly string[] {
  const written = check ?? using;
  if (operation === "insert") return written === undefined ? [] : [written];
  if (using === undefined) return [];
  return operation === "update" && check !== undefined ? [using, check] : [using];
}
