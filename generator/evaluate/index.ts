/** Graph → Evaluation: criteria, gates, what is late, coverage and the matrix of work items. */
import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Evaluation } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import { measureCoverage } from "./coverage.ts";
import { checkCriteria, judgeCriteria } from "./criteria.ts";
import { checkGates, judgeGates } from "./gates.ts";
import { describeLate, findLate, lateIds } from "./late.ts";
import { matrixRows } from "./matrix.ts";
import { missingProvenance } from "./measurements.ts";

export { matrixRows } from "./matrix.ts";
export { matrixToCsv } from "./matrix-csv.ts";

/** What the graph shows, judged on the day `asOf`. Nothing here can say GO: that takes signatures. */
export function evaluate(graph: Graph, { asOf }: { readonly asOf?: string }): Outcome<Evaluation> {
  const criteria = judgeCriteria(graph);
  const gates = judgeGates(graph, criteria);
  const late = findLate(graph, asOf);
  const evaluation: Evaluation = {
    ...(asOf !== undefined && { asOf }),
    criteria,
    gates,
    late: lateIds(late),
    coverage: measureCoverage(graph, criteria),
    matrix: matrixRows(graph, { criteria }),
  };
  return outcome(evaluation, [
    ...checkCriteria(graph, criteria),
    ...checkMeasurements(graph),
    ...checkGates(graph, gates),
    ...describeLate(late, asOf),
  ]);
}

/** A measurement that calls itself measured without saying what was run, where and when. */
const checkMeasurements = (graph: Graph): readonly Diagnostic[] =>
  itemsOf(graph, "measurement").flatMap(({ id, attributes, location }) => {
    const missing = missingProvenance(attributes);
    if (missing.length === 0) return [];
    return [
      diagnose(
        "evaluate/unproven-measurement",
        { measurement: itemName(id), missing },
        { location },
      ),
    ];
  });
