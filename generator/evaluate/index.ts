/** Graph → Evaluation: criteria, gates, what is late, coverage, the matrix of work items, lint. */
import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { Evaluation } from "#model/evaluation.ts";
import type { Graph } from "#model/graph.ts";
import { describeApiLint, lintApis } from "./api-lint/index.ts";
import { measureCoverage } from "./coverage.ts";
import { checkCriteria, judgeCriteria } from "./criteria.ts";
import { checkGates, judgeGates } from "./gates.ts";
import { checkDocuments } from "./documents.ts";
import { describeLate, findLate, lateIds } from "./late.ts";
import { matrixRows } from "./matrix.ts";
import { describeLint, lintSchema } from "./schema-lint/index.ts";

export { matrixRows } from "./matrix.ts";

/** What the graph shows, judged on the day `asOf`. Nothing here can say GO: that takes signatures. */
export function evaluate(graph: Graph, { asOf }: { readonly asOf?: string }): Outcome<Evaluation> {
  const criteria = judgeCriteria(graph);
  const gates = judgeGates(graph, criteria);
  const late = findLate(graph, asOf);
  const lint = lintSchema(graph);
  const apiLint = lintApis(graph);
  const evaluation: Evaluation = {
    ...(asOf !== undefined && { asOf }),
    criteria,
    gates,
    late: lateIds(late),
    coverage: measureCoverage(graph, criteria),
    matrix: matrixRows(graph, { criteria }),
    lint,
    apiLint,
  };
  return outcome(evaluation, [
    ...checkCriteria(graph, criteria),
    ...checkGates(graph, gates),
    ...checkDocuments(graph),
    ...describeLate(late, asOf),
    ...describeLint(graph, lint),
    ...describeApiLint(apiLint),
  ]);
}
