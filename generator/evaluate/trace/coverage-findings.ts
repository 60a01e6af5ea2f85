import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type ItemId, itemName } from "#model/item.ts";
import type { ClauseCoverage, ItemCoverage, TraceResult } from "#model/trace/result.ts";
import type { CoverageState } from "#model/trace/states.ts";
import { witnessPath } from "#model/trace/witness.ts";
import { isCounted } from "./ratios.ts";

interface CoverageFinding {
  readonly state: CoverageState;
  readonly diagnostic: Diagnostic;
}

/**
 * Approved items that are not covered, each where it can be mended: what only inherits its state
 * from an item that is reported itself is not reported again, and a circle is reported once.
 */
export function describeCoverage(result: TraceResult): readonly CoverageFinding[] {
  const told = new Set<ItemId>();
  return [...result.items.values()].flatMap((each) => {
    if (!isToTell(each, result) || told.has(each.item.id)) return [];
    const path = witnessPath(result, each.item.id);
    if (each.deep === "cyclic") for (const id of path) told.add(id);
    return [{ state: each.deep, diagnostic: describe(each, path) }];
  });
}

function isToTell(each: ItemCoverage, { items }: TraceResult): boolean {
  const { cause, deep } = each;
  if (cause === undefined || deep === "justified" || !isCounted(each)) return false;
  const next = cause.via === undefined || cause.isHere ? undefined : items.get(cause.via);
  return next === undefined || !isCounted(next);
}

function describe(each: ItemCoverage, path: readonly ItemId[]): Diagnostic {
  const { item, deep, cause, clauses } = each;
  const clause = cause?.clause === undefined ? undefined : clauses[cause.clause];
  // Where nothing was run at all, that is told once, by the source of the results.
  const isUnrecorded = deep === "unverified" && clause?.coverers.length === 0;
  return diagnose(
    "evaluate/trace-not-covered",
    { item: itemName(item.id), state: deep, path: path.map(itemName), ...needOf(clause) },
    { location: item.location, severity: isUnrecorded ? "info" : "warning" },
  );
}

const needOf = (decisive: ClauseCoverage | undefined) => ({
  needs: decisive?.clause.anyOf ?? [],
  min: decisive?.clause.min ?? 1,
  found: decisive?.coverers.length ?? 0,
});

/** Waivers whose day has passed while the need is still there. */
export const describeWaivers = (
  { items }: TraceResult,
  asOf: string | undefined,
): readonly Diagnostic[] =>
  [...items.values()].flatMap(({ item, deep, isActive }) => {
    if (item.kind !== "requirement" || asOf === undefined || !isActive || deep === "covered") {
      return [];
    }
    return (item.attributes.waivers ?? [])
      .filter(({ expires }) => expires < asOf.slice(0, 10))
      .map(({ expires }) =>
        diagnose(
          "evaluate/trace-waiver-expired",
          { item: itemName(item.id), expires },
          { location: item.location },
        ),
      );
  });
