import type { LintRule } from "../rule.ts";
import { checkValidated } from "./check-validated.ts";
import { detachNotConcurrent } from "./detach-not-concurrent.ts";
import { domainConstraintValidated } from "./domain-constraint-validated.ts";
import { foreignKeyValidated } from "./foreign-key-validated.ts";
import { indexDropNotConcurrent } from "./index-drop-not-concurrent.ts";
import { indexNotConcurrent } from "./index-not-concurrent.ts";
import { keyBuildsIndex } from "./key-builds-index.ts";
import { nullForbidden } from "./null-forbidden.ts";
import { reindexNotConcurrent } from "./reindex-not-concurrent.ts";
import { requiredColumnAdded } from "./required-column-added.ts";
import { rewritingColumnAdded } from "./rewriting-column-added.ts";
import { tableRewritten } from "./table-rewritten.ts";
import { typeChanged } from "./type-changed.ts";

/** What keeps others waiting while a migration runs on tables in use. */
export const lockRules: readonly LintRule[] = [
  requiredColumnAdded,
  rewritingColumnAdded,
  typeChanged,
  nullForbidden,
  foreignKeyValidated,
  checkValidated,
  domainConstraintValidated,
  keyBuildsIndex,
  indexNotConcurrent,
  indexDropNotConcurrent,
  reindexNotConcurrent,
  detachNotConcurrent,
  tableRewritten,
];
