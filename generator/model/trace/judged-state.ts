import type { ItemCoverage } from "./result.ts";
import type { CoverageState } from "./states.ts";

/**
 * How an item stands, as far as there is something to say: what asks for nothing and shows nothing is
 * not covered by that.
 */
export function judgedState(coverage: ItemCoverage | undefined): CoverageState | undefined {
  if (coverage === undefined) return undefined;
  const { clauses, verdict, deep } = coverage;
  const asks = clauses.some(({ clause }) => (clause.min ?? 1) > 0);
  return asks || verdict !== undefined || deep !== "covered" ? deep : undefined;
}
