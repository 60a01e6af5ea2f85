import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import type { CriterionResult } from "#model/evaluation.ts";
import { countNames } from "#model/evidence.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { asksGraph, type CriteriaOptions } from "./judge-criteria.ts";
import { type ExpressionLanguage, readWritten } from "./judge-expression.ts";
import type { TraceResult } from "#model/trace/result.ts";
import type { Results } from "./judged-graph.ts";
import { isTraceMetric, traceMetricNames } from "./trace-metrics.ts";

type Criterion = Item<"criterion">;

interface CheckOptions extends Pick<CriteriaOptions, "expressions"> {
  /** Whose types and matrices criteria may ask for. */
  readonly trace?: Pick<TraceResult, "items">;
}

/** What the author of a criterion should know: nothing measures it, or in another unit. */
export function checkCriteria(
  graph: Graph,
  results: Results,
  { expressions, trace = { items: new Map() } }: CheckOptions = {},
): readonly Diagnostic[] {
  const recorded = itemsOf(graph, "measurement").map(({ attributes }) => attributes.metric);
  const shares = traceMetricNames(graph, trace);
  const metrics = [...new Set([...recorded, ...countNames, ...shares])];
  return itemsOf(graph, "criterion").flatMap((criterion) => [
    ...checkMetric(criterion, results.get(criterion.id), metrics),
    ...checkExpression(criterion, expressions),
  ]);
}

function checkMetric(
  criterion: Criterion,
  result: CriterionResult | undefined,
  metrics: readonly string[],
): readonly Diagnostic[] {
  const { metric, unit = "" } = criterion.attributes;
  const { reason, observed } = result ?? {};
  const isUnknown = metric !== undefined && observed === undefined;
  if (isUnknown && (!asksGraph(criterion) || isUnknownShare(metric, metrics)))
    return [describeMissing(criterion, metric, metrics)];
  if (reason !== "unit-mismatch" || observed === undefined) return [];
  const args = { criterion: itemName(criterion.id), expected: unit, found: observed.unit };
  return [diagnose("evaluate/unit-mismatch", args, { location: askedAt(criterion) })];
}

/** Of a type or a matrix that is not there nothing can ever be told. */
const isUnknownShare = (metric: string, metrics: readonly string[]): boolean =>
  isTraceMetric(metric) && metric.includes(":") && !metrics.includes(metric);

function describeMissing(
  criterion: Criterion,
  metric: string,
  metrics: readonly string[],
): Diagnostic {
  const near = metrics.includes(metric) ? [] : suggest(metric, metrics);
  // What is not measured yet is a gap; a name with a wrong letter or two is a mistake.
  const suggestions = near.filter((name) => Math.abs(name.length - metric.length) <= 2);
  const severity = suggestions.length > 0 ? "warning" : "info";
  const location = askedAt(criterion);
  return diagnose(
    "evaluate/metric-without-measurement",
    { criterion: itemName(criterion.id), metric },
    { location, severity, suggestions },
  );
}

const askedAt = ({ attributes, location }: Criterion): Location => attributes.askedAt ?? location;

function checkExpression(
  criterion: Criterion,
  expressions: ExpressionLanguage | undefined,
): readonly Diagnostic[] {
  const read = readWritten(criterion, expressions);
  if (read === undefined || read.isUsable) return [];
  const args = { criterion: itemName(criterion.id), reason: read.why };
  return [diagnose("evaluate/expression-refused", args, { location: askedAt(criterion) })];
}
