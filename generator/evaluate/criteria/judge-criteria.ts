import type { CriterionResult } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import { judgeCounted, judgeShare } from "./judge-counted.ts";
import { judgeMeasured } from "./judge-measured.ts";
import { type ExpressionLanguage, judgeExpression, readWritten } from "./judge-expression.ts";
import { graphMetrics } from "./counts.ts";
import { isTraceMetric } from "./trace-metrics.ts";
import type { JudgedGraph, Results } from "./judged-graph.ts";

type Criterion = Item<"criterion">;

/** What may decide a criterion beside the graph. */
export interface CriteriaOptions {
  /** The date that counts as today. */
  readonly asOf?: string | undefined;
  /** Gates with every signature that they ask for; none when absent. */
  readonly signed?: ReadonlySet<ItemId>;
  /** Absent: conditions in CEL stay undetermined. */
  readonly expressions?: ExpressionLanguage | undefined;
}

/**
 * Judges every criterion: first those that measurements decide, then those that count these.
 *
 * @trace P4
 */
export function judgeCriteria(graph: Graph, options: CriteriaOptions = {}): Results {
  const measurements = Map.groupBy(
    itemsOf(graph, "measurement"),
    ({ attributes }) => attributes.metric,
  );
  const { asOf, signed = new Set() } = options;
  const judged = { graph, measurements, asOf, signed };
  const criteria = itemsOf(graph, "criterion");
  const isCounted = (each: Criterion): boolean => counts(each, options.expressions);
  const first = judgeEach(
    criteria.filter((each) => !isCounted(each)),
    { ...judged, results: new Map() },
    options,
  );
  const second = judgeEach(criteria.filter(isCounted), { ...judged, results: first }, options);
  return new Map([...first, ...second]);
}

const judgeEach = (
  criteria: readonly Criterion[],
  judged: JudgedGraph,
  { expressions }: CriteriaOptions,
): Results => new Map(criteria.map((each) => [each.id, judge(each, judged, expressions)] as const));

function judge(
  criterion: Criterion,
  judged: JudgedGraph,
  expressions: ExpressionLanguage | undefined,
): CriterionResult {
  const { expression, metric, question } = criterion.attributes;
  if (expression !== undefined) return judgeExpression(criterion, judged, expressions);
  if (metric === undefined && question !== undefined)
    return { result: "undetermined", grade: "missing", reason: "asked" };
  if (isTraceMetric(metric ?? "")) return judgeShare(criterion, judged);
  return asksGraph(criterion) ? judgeCounted(criterion, judged) : judgeMeasured(criterion, judged);
}

export const asksGraph = ({ attributes }: Criterion): boolean =>
  graphMetrics.has(attributes.metric ?? "") || isTraceMetric(attributes.metric ?? "");

/** Whether a criterion needs the results of others. */
function counts(criterion: Criterion, expressions: ExpressionLanguage | undefined): boolean {
  const read = readWritten(criterion, expressions);
  return read?.isUsable === true
    ? read.calls.some(({ name }) => name === "count")
    : asksGraph(criterion);
}
