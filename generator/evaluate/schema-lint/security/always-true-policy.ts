import type { Item } from "#model/item.ts";
import { rule } from "../rule.ts";
import { lastWritten, strangers } from "../schema.ts";

/** Reading everything is often meant; writing everything hardly ever is. */
export const alwaysTruePolicy = rule("evaluate/schema-always-true-policy", ({ graph, policies }) =>
  policies.filter(opensWrites).map((item) => ({
    item,
    args: {
      table: item.attributes.table,
      policy: item.title,
      command: item.attributes.command.toUpperCase(),
      roles: item.attributes.roles.filter((role) => strangers.has(role)).join(", "),
    },
    location: lastWritten(graph, item),
  })),
);

const isTrue = (condition: string | undefined): boolean =>
  condition !== undefined && /^\(*(?:true|1=1)\)*$/i.test(condition.replaceAll(/\s/g, ""));

function opensWrites({ attributes }: Item<"policy">): boolean {
  const { command, permissive, roles, using, check } = attributes;
  if (!permissive || command === "select") return false;
  if (!roles.some((role) => strangers.has(role))) return false;
  return command === "insert" ? isTrue(check) : isTrue(using) || isTrue(check);
}
