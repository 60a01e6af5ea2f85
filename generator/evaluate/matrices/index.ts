/** The matrices that a project declares, filled once for all their forms. */
import { diagnose, type Diagnostic, outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { MatrixCount, MatrixResult } from "#model/trace/matrix-result.ts";
import { type Facts, fillMatrix } from "./fill-matrix.ts";
import { directionOf } from "./follow-steps.ts";

/** Fills every matrix, and says which thresholds are missed and which links nobody declares. */
export function evaluateMatrices(facts: Facts): Outcome<readonly MatrixResult[]> {
  const items = itemsOf(facts.graph, "matrix");
  const results = items.map((item) => fillMatrix(item, facts));
  return outcome(results, [
    ...items.flatMap((item) => checkLinks(item, facts.graph)),
    ...results.flatMap((result) => checkCounts(result, facts.graph)),
  ]);
}

function checkLinks({ attributes }: Item<"matrix">, { policy }: Graph): readonly Diagnostic[] {
  const names = [...policy.roles.values()].flatMap(({ name, inverse }) => [name, inverse]);
  return attributes.columns.flatMap(({ via, location }) =>
    via
      .filter(({ link }) => directionOf(policy, link) === undefined)
      .map(({ link }) =>
        diagnose(
          "evaluate/matrix-unknown-link",
          { link },
          { location, target: link, suggestions: suggest(link, names) },
        ),
      ),
  );
}

function checkCounts(result: MatrixResult, graph: Graph): readonly Diagnostic[] {
  const { declared, heads, whole, matrix } = result;
  const { location = { file: "" } } = graph.items.get(matrix) ?? {};
  const isGrid = declared.layout === "grid";
  const columns = declared.columns.flatMap(({ title, location: place }, index) => {
    const count = isGrid ? undefined : heads[index]?.count;
    return checkCount(count, { result, column: title, location: place });
  });
  const none =
    whole.rows === 0
      ? [diagnose("evaluate/matrix-without-rows", { matrix: itemName(matrix) }, { location })]
      : [];
  return [...none, ...columns, ...checkCount(whole, { result, column: "", location })];
}

interface Counted {
  readonly result: MatrixResult;
  /** Empty for whole rows. */
  readonly column: string;
  readonly location: Location;
}

function checkCount(
  count: MatrixCount | undefined,
  { result, column, location }: Counted,
): readonly Diagnostic[] {
  const { verdict, filled = 0, justified = 0, rows = 0, atLeast = 0 } = count ?? {};
  if (verdict === undefined || verdict === "met") return [];
  const { severity } = result.declared;
  const args = { matrix: itemName(result.matrix), column, filled, justified, rows, atLeast };
  return [diagnose("evaluate/matrix-below-threshold", args, { severity, location })];
}
