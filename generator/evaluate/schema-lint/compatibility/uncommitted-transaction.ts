import { rule } from "../rule.ts";

/** What follows the last `BEGIN` is taken back when the session ends. */
export const uncommittedTransaction = rule(
  "evaluate/schema-uncommitted-transaction",
  ({ migrations }) =>
    migrations.flatMap((item) => {
      const last = (item.attributes.operations ?? []).findLast(
        ({ kind }) => kind === "begin" || kind === "commit",
      );
      return last?.kind === "begin" ? [{ item, args: {}, location: last.location }] : [];
    }),
);
