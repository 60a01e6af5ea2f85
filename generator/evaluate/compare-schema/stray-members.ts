import type { ComparedObject } from "#model/schema/compared.ts";

const tables = ["table", "view", "materialized-view"];
const members: ReadonlySet<string> = new Set(["index", "constraint", "trigger", "policy"]);

/**
 * Whether an object belongs to a table that nobody knows: only statements put together at run time
 * made it, and took it away again.
 */
export function isStray(
  { kind, name }: ComparedObject,
  known: readonly ReadonlyMap<string, ComparedObject>[],
): boolean {
  if (!members.has(kind)) return false;
  const table = name.slice(0, name.lastIndexOf("."));
  return !tables.some((each) => known.some((objects) => objects.has(`${each} ${table}`)));
}
