import type { Item } from "#model/item.ts";
import { rule } from "../rule.ts";

const commands = ["select", "insert", "update", "delete"] as const;

/** Any one of them lets a row pass, and each is computed for every row. */
export const multiplePermissivePolicies = rule(
  "evaluate/schema-multiple-permissive-policies",
  ({ policies }) => {
    const permissive = policies.filter(({ attributes }) => attributes.permissive);
    const tables = Map.groupBy(permissive, ({ attributes }) => attributes.table);
    return [...tables].flatMap(([table, own]) => overlapsOf(table, own));
  },
);

/** One finding for each set of policies, with all roles and commands it holds for. */
function overlapsOf(table: string, policies: readonly Item<"policy">[]) {
  const roles = [...new Set(policies.flatMap(({ attributes }) => attributes.roles))].sort();
  const cases = roles.flatMap((role) =>
    commands.map((command) => ({
      role,
      command: command.toUpperCase(),
      policies: policies.filter((policy) => appliesTo(policy, role, command)),
    })),
  );
  const several = cases.filter((each) => each.policies.length > 1);
  const sets = Map.groupBy(several, (each) => each.policies.map(({ id }) => id).join("\0"));
  return [...sets.values()].flatMap((group) => {
    const together = group[0]?.policies ?? [];
    const item = together.at(-1);
    if (item === undefined) return [];
    const args = {
      table,
      policies: together.map(({ title }) => title),
      roles: distinct(group.map(({ role }) => role)),
      commands: distinct(group.map(({ command }) => command)),
    };
    return [{ item, args }];
  });
}

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(", ");

function appliesTo({ attributes }: Item<"policy">, role: string, command: string): boolean {
  const isForRole = attributes.roles.includes(role) || attributes.roles.includes("public");
  return isForRole && (attributes.command === command || attributes.command === "all");
}
