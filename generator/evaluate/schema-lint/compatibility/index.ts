import type { LintRule } from "../rule.ts";
import { columnDropped } from "./column-dropped.ts";
import { columnRenamed } from "./column-renamed.ts";
import { concurrentlyInTransaction } from "./concurrently-in-transaction.ts";
import { databaseDropped } from "./database-dropped.ts";
import { notRepeatable } from "./not-repeatable.ts";
import { nullAllowed } from "./null-allowed.ts";
import { tableDropped } from "./table-dropped.ts";
import { tableRenamed } from "./table-renamed.ts";
import { transactionNested } from "./transaction-nested.ts";
import { truncateCascade } from "./truncate-cascade.ts";
import { uncommittedTransaction } from "./uncommitted-transaction.ts";

/** What breaks programs that run meanwhile, or the migration itself. */
export const compatibilityRules: readonly LintRule[] = [
  columnDropped,
  tableDropped,
  databaseDropped,
  columnRenamed,
  tableRenamed,
  nullAllowed,
  truncateCascade,
  concurrentlyInTransaction,
  uncommittedTransaction,
  transactionNested,
  notRepeatable,
];
