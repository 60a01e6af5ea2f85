import { schemaCompatibilityCatalogue } from "./compatibility.ts";
import { schemaLocksOfColumnsCatalogue } from "./locks-of-columns.ts";
import { schemaLocksOfIndexesCatalogue } from "./locks-of-indexes.ts";
import { schemaSecurityCatalogue } from "./security.ts";
import { schemaSecurityOfViewsAndFunctionsCatalogue } from "./security-of-views-and-functions.ts";
import { schemaStructureCatalogue } from "./structure.ts";
import { schemaTransactionsCatalogue } from "./transactions.ts";
import { schemaTypesCatalogue } from "./types.ts";

/** What the rules about a schema and its migrations say. */
export const schemaLintCatalogue = {
  ...schemaCompatibilityCatalogue,
  ...schemaLocksOfColumnsCatalogue,
  ...schemaLocksOfIndexesCatalogue,
  ...schemaSecurityCatalogue,
  ...schemaSecurityOfViewsAndFunctionsCatalogue,
  ...schemaStructureCatalogue,
  ...schemaTransactionsCatalogue,
  ...schemaTypesCatalogue,
};
