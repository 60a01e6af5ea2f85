import { type Graph, itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import type { TraceResult } from "#model/trace/result.ts";
import { fillMatrix } from "../matrices/fill-matrix.ts";
import { evaluateTrace } from "../trace/index.ts";
import { isCounted, traceRatio } from "../trace/ratios.ts";
import type { Results } from "./judged-graph.ts";

/** A share; of nothing there is none. */
export interface Share {
  readonly numerator: number;
  readonly of: number;
}

/** What tracing shows, asked by a criterion. */
interface Question {
  readonly graph: Graph;
  readonly trace: TraceResult;
  /** The type or the matrix behind the colon; all types without one. */
  readonly name: string | undefined;
}

/** The shares that criteria may ask for, by the first part of the metric's name. */
const shares: Readonly<Record<string, (question: Question) => Share | undefined>> = {
  "coverage.strict": (question) => covered(question, "deep", false),
  "coverage.with-waivers": (question) => covered(question, "deep", true),
  "coverage.shallow": (question) => covered(question, "shallow", false),
  "matrix.filled": (question) => filled(question, false),
  "matrix.justified": (question) => filled(question, true),
};

/** Whether a metric is a share that the graph itself answers: `coverage.strict`, `matrix.filled:MX-1`. */
export const isTraceMetric = (metric: string): boolean => Object.hasOwn(shares, partsOf(metric)[0]);

const partsOf = (metric: string): readonly [string, string | undefined] => {
  const colon = metric.indexOf(":");
  return colon < 0 ? [metric, undefined] : [metric.slice(0, colon), metric.slice(colon + 1)];
};

/** A criterion's share; undefined for a type or a matrix that nobody has. */
export function shareFor(
  metric: string,
  {
    graph,
    results,
    asOf,
  }: { readonly graph: Graph; readonly results: Results; readonly asOf: string | undefined },
): Share | undefined {
  const [share, name] = partsOf(metric);
  return shares[share]?.({ graph, trace: traceOf(graph, results, asOf), name });
}

/** Every share that can be asked for, for who mistypes one. */
export function traceMetricNames(
  graph: Graph,
  { items }: Pick<TraceResult, "items">,
): readonly string[] {
  const types = new Set([...items.values()].filter(isCounted).map(({ type }) => type));
  const matrices = itemsOf(graph, "matrix").map(({ id }) => itemName(id));
  return Object.keys(shares).flatMap((share) =>
    share.startsWith("matrix.")
      ? matrices.map((name) => `${share}:${name}`)
      : [share, ...[...types].sort().map((type) => `${share}:${type}`)],
  );
}

// Several criteria ask about one graph.
const traced = new WeakMap<Results, { readonly graph: Graph; readonly trace: TraceResult }>();

function traceOf(graph: Graph, results: Results, asOf: string | undefined): TraceResult {
  const known = traced.get(results);
  if (known?.graph === graph) return known.trace;
  const trace = evaluateTrace(graph, results, asOf);
  traced.set(results, { graph, trace });
  return trace;
}

function covered(
  { trace, name }: Question,
  depth: "deep" | "shallow",
  countsWaived: boolean,
): Share | undefined {
  const counted = [...trace.items.values()].filter(isCounted);
  const asked = counted.filter(({ type }) => name === undefined || type === name);
  if (name !== undefined && asked.length === 0) return undefined;
  const { numerator, waived, denominator } = traceRatio(name ?? "", depth, asked);
  return { numerator: numerator + (countsWaived ? waived : 0), of: denominator };
}

function filled({ graph, trace, name }: Question, countsJustified: boolean): Share | undefined {
  const matrix = itemsOf(graph, "matrix").find(({ id }) => itemName(id) === name);
  if (matrix === undefined) return undefined;
  const { filled: whole, justified, rows } = fillMatrix(matrix, { graph, trace }).whole;
  return { numerator: whole + (countsJustified ? justified : 0), of: rows };
}
