import { apiCompletenessCatalogue } from "./completeness.ts";
import { apiPathsAndValuesCatalogue } from "./paths-and-values.ts";

/** What the rules about OpenAPI documents say. */
export const apiLintCatalogue = { ...apiCompletenessCatalogue, ...apiPathsAndValuesCatalogue };
