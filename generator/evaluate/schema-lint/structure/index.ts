import type { LintRule } from "../rule.ts";
import { duplicateIndex } from "./duplicate-index.ts";
import { materializedViewWithoutUniqueIndex } from "./materialized-view-without-unique-index.ts";
import { noPrimaryKey } from "./no-primary-key.ts";
import { partitionGap } from "./partition-gap.ts";
import { unindexedForeignKey } from "./unindexed-foreign-key.ts";

/** Keys, indexes and partitions. */
export const structureRules: readonly LintRule[] = [
  noPrimaryKey,
  unindexedForeignKey,
  duplicateIndex,
  materializedViewWithoutUniqueIndex,
  partitionGap,
];
