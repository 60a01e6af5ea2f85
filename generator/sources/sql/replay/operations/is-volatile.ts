import type { Node } from "libpg-query";
import { collectNames } from "../../analysis/collect-names.ts";
import { findRoutines } from "../../catalogue/find.ts";
import type { Context } from "../context.ts";

/** Functions of PostgreSQL and its usual extensions that give another value at each call. */
const volatileFunctions: ReadonlySet<string> = new Set([
  "clock_timestamp",
  "currval",
  "gen_random_bytes",
  "gen_random_uuid",
  "lastval",
  "nextval",
  "random",
  "random_normal",
  "setval",
  "timeofday",
  "uuid_generate_v1",
  "uuid_generate_v1mc",
  "uuid_generate_v4",
  "uuidv4",
  "uuidv7",
]);

/** Whether an expression is computed anew for every row, as far as its functions are known. */
export function isVolatile(expression: Node | undefined, { session }: Context): boolean {
  return collectNames(expression).calls.some((name) => {
    const own = findRoutines(session.catalogue, name, session.searchPath);
    return own.length > 0
      ? own.every(({ volatility }) => volatility === "volatile")
      : volatileFunctions.has(name.name);
  });
}
