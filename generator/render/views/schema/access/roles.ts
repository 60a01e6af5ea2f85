import { type Graph, itemsOf } from "#model/graph.ts";
import type { Grant } from "#model/recorded.ts";

/** A role, as far as the migrations tell what it may do. */
export interface AccessRole {
  readonly name: string;
  /** A migration creates it: what is not granted to it there, it does not have. */
  readonly isKnown: boolean;
  readonly isSuperuser: boolean;
  /** Whoever runs the migrations: nobody knows what else it may do. */
  readonly isMigrator: boolean;
  /** Row security does not hold for it. */
  readonly bypassesRowSecurity: boolean;
  /** Whose rights it has without asking: its own, everybody's, and those of roles it is in. */
  readonly identities: ReadonlySet<string>;
}

/** What Supabase creates before the first migration; `service_role` passes row security. */
const supabaseRoles = ["anon", "authenticated", "service_role"];

/** Names that stand for whoever it is, not for a role. */
const pseudoRoles = new Set(["public", "current_user", "session_user", "current_role"]);

const known = new WeakMap<Graph, readonly AccessRole[]>();

/** Every role that a grant, a policy or a statement of its own names, by name. */
export function accessRoles(graph: Graph): readonly AccessRole[] {
  const roles = known.get(graph) ?? findRoles(graph);
  known.set(graph, roles);
  return roles;
}

/** Whether there is something to say about who reaches which table. */
export const hasAccess = (graph: Graph): boolean =>
  itemsOf(graph, "table").length > 0 && accessRoles(graph).length > 0;

function findRoles(graph: Graph): readonly AccessRole[] {
  const named = new Set([
    ...itemsOf(graph, "role").map(({ title }) => title),
    ...itemsOf(graph, "policy").flatMap(({ attributes }) => attributes.roles),
    ...itemsOf(graph, "default-privilege").flatMap(({ attributes }) => rolesIn(attributes.grants)),
    ...(["table", "view", "materialized-view", "namespace", "function"] as const).flatMap((kind) =>
      itemsOf(graph, kind).flatMap(({ attributes }) => rolesIn(attributes.grants)),
    ),
  ]);
  if (supabaseRoles.some((name) => named.has(name))) {
    for (const name of supabaseRoles) named.add(name);
  }
  return [...named]
    .filter((name) => !pseudoRoles.has(name))
    .sort()
    .map((name) => describeRole(graph, name));
}

const rolesIn = (grants: readonly Grant[] = []): readonly string[] =>
  grants.map(({ role }) => role);

function describeRole(graph: Graph, name: string): AccessRole {
  const options = optionsOf(graph, name);
  return {
    name,
    isKnown: options !== undefined,
    isMigrator: false,
    isSuperuser: options?.includes("SUPERUSER") ?? false,
    bypassesRowSecurity: options?.includes("BYPASSRLS") ?? name === "service_role",
    identities: identitiesOf(graph, name),
  };
}

/** The role that an object belongs to. */
export const ownerRole = (graph: Graph, owner: string | undefined): AccessRole =>
  owner === undefined ? migrator : describeRole(graph, owner);

const migrator: AccessRole = {
  name: "",
  isKnown: false,
  isMigrator: true,
  isSuperuser: false,
  bypassesRowSecurity: false,
  identities: new Set(["public"]),
};

const roleItem = (graph: Graph, name: string) =>
  itemsOf(graph, "role").find(({ title }) => title === name)?.attributes;

const optionsOf = (graph: Graph, name: string): readonly string[] | undefined =>
  roleItem(graph, name)?.options.map((option) => option.toUpperCase());

/** Through all roles that it is in; `NOINHERIT` has to ask first. */
function identitiesOf(graph: Graph, name: string): ReadonlySet<string> {
  const identities = new Set([name]);
  for (const each of identities) {
    const role = roleItem(graph, each);
    if (role === undefined || optionsOf(graph, each)?.includes("NOINHERIT") === true) continue;
    for (const group of role.memberOf) identities.add(group);
  }
  return identities.add("public");
}
