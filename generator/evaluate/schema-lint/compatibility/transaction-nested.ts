import { rule } from "../rule.ts";

/** A `BEGIN` within a transaction only warns, and the first `COMMIT` ends all of it. */
export const transactionNested = rule("evaluate/schema-transaction-nested", ({ migrations }) =>
  migrations.flatMap((item) => {
    let isOpen = false;
    return (item.attributes.operations ?? []).flatMap(({ kind, location }) => {
      const isNested = kind === "begin" && isOpen;
      if (kind === "begin") isOpen = true;
      if (kind === "commit") isOpen = false;
      return isNested ? [{ item, args: {}, location }] : [];
    });
  }),
);
