import { linkRoles, type LinkRole, type RoleTraits } from "#model/links/link-role.ts";
import type { TracePolicy, TraceRole, TraceType, WrittenTracePolicy } from "#model/trace/policy.ts";

const builtInRoles: readonly TraceRole[] = Object.entries(linkRoles).map(
  ([name, traits]: readonly [string, RoleTraits & { readonly inverse: string }]) => ({
    ...traits,
    name,
    like: name as LinkRole,
  }),
);

const builtInTypes: readonly TraceType[] = [
  { name: "test", evidence: true },
  { name: "criterion", evidence: true },
  { name: "measurement", evidence: true },
];

/** What the files of a project declare, in their order, over what every project has. */
export function completePolicy(written: readonly WrittenTracePolicy[]): TracePolicy {
  const roles = [...builtInRoles, ...written.flatMap((each) => each.roles ?? [])];
  const types = [...builtInTypes, ...written.flatMap((each) => each.types ?? [])];
  return {
    profile: written.findLast(({ profile }) => profile !== undefined)?.profile ?? "strict",
    roles: new Map(roles.map((role) => [role.name, role])),
    types: mergedTypes(types),
    rules: written.flatMap(({ rules = [] }) => rules),
    severity: Object.assign({}, ...written.map(({ severity }) => severity)) as object,
  };
}

/** A type may be declared in pieces: what a later piece does not speak of stays. */
function mergedTypes(types: readonly TraceType[]): ReadonlyMap<string, TraceType> {
  const merged = new Map<string, TraceType>();
  for (const type of types) merged.set(type.name, { ...merged.get(type.name), ...type });
  return merged;
}
