import type { Operation } from "#model/schema/migration-operations.ts";
import { is, rule } from "../rule.ts";

/**
 * A file with statements that no transaction can hold may fail half way: the others should not
 * stand in the way when it runs again.
 */
export const notRepeatable = rule("evaluate/schema-not-repeatable", ({ migrations }) =>
  migrations.flatMap((item) => {
    const operations = item.attributes.operations ?? [];
    if (!operations.some((each) => is(each, "concurrently"))) return [];
    return operations.filter(stopsSecondRun).map(({ table, name = "", location }) => ({
      item,
      args: { table, name },
      location,
    }));
  }),
);

const canSayIfExists: ReadonlySet<Operation["kind"]> = new Set<Operation["kind"]>([
  "add column",
  "create index",
  "drop column",
  "drop index",
  "drop table",
]);

const stopsSecondRun = (operation: Operation): boolean =>
  canSayIfExists.has(operation.kind) &&
  !is(operation, "if exists") &&
  !is(operation, "in transaction");
