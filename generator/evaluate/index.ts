/**
 * Graph → Evaluation: criteria, gates, what is late, coverage, the matrix of work items, lint.
 * @module
 */
import { outcome, type Outcome } from "#diagnostics/index.ts";
import type { Evaluation } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { GateFiles } from "#model/programme/sign-off.ts";
import { describeApiLint, lintApis } from "./api-lint/index.ts";
import { measureCoverage } from "./coverage.ts";
import { checkCriteria } from "./criteria/check-criteria.ts";
import { judgeCriteria } from "./criteria/judge-criteria.ts";
import type { ExpressionLanguage } from "./criteria/judge-expression.ts";
import type { Results } from "./criteria/judged-graph.ts";
import { checkGates } from "./gates/check-gates.ts";
import { signedGate } from "./gates/judge-gates.ts";
import { type SettleOptions, settleGates } from "./gates/settle-gates.ts";
import { statementParts } from "./gates/decision/statement-parts.ts";
import { makeStatement, type Statement } from "./gates/decision/statement.ts";
import { checkDocuments } from "./documents.ts";
import { describeLate, findLate, lateIds } from "./late.ts";
import { evaluateMatrices } from "./matrices/index.ts";
import { matrixRows } from "./matrix.ts";
import { describeSilentBreaks } from "./silent-breaks.ts";
import { describeLint, lintSchema } from "./schema-lint/index.ts";
import { describeTrace, evaluateTrace } from "./trace/index.ts";

export { matrixRows } from "./matrix.ts";
export { findSigner, type Signer } from "./signatures/find-signer.ts";

/** What the graph is judged by. */
export interface EvaluateOptions {
  /** The date that counts as today. */
  readonly asOf?: string;
  /** The moment that expiry is judged at; `asOf` when absent. */
  readonly now?: string;
  /** What lies on disk about gates: without it no signature counts. */
  readonly files?: ReadonlyMap<ItemId, GateFiles>;
  /** Something could not be read, so that no gate may open. */
  readonly hasDefects?: boolean;
  readonly expressions?: ExpressionLanguage;
}

/** What the graph shows, judged. Only verified signatures open a gate. */
export function evaluate(graph: Graph, options: EvaluateOptions): Outcome<Evaluation> {
  const { asOf, expressions } = options;
  const { gates, criteria, signed } = settleGates(graph, gateOptions(graph, options));
  const late = findLate({ graph, evaluation: { signed } }, asOf);
  const lint = lintSchema(graph);
  const apiLint = lintApis(graph);
  const trace = evaluateTrace(graph, criteria, asOf);
  const matrices = evaluateMatrices({ graph, trace });
  const evaluation: Evaluation = {
    ...(asOf !== undefined && { asOf }),
    criteria,
    gates,
    signed,
    late: lateIds(late),
    coverage: measureCoverage(graph, { criteria, signed }),
    matrix: matrixRows(graph, { criteria }),
    lint,
    apiLint,
    trace,
    matrices: matrices.value,
  };
  return outcome(evaluation, [
    ...checkCriteria(graph, criteria, { expressions, trace }),
    ...checkGates(graph, gates),
    ...checkDocuments(graph),
    ...describeLate(late, asOf),
    ...describeSilentBreaks(graph),
    ...describeLint(graph, lint),
    ...describeApiLint(apiLint),
    ...describeTrace(graph, evaluation.trace, asOf),
    ...matrices.diagnostics,
  ]);
}

/** Criteria are judged once for each day and each set of signed gates that is asked for. */
function gateOptions(graph: Graph, options: EvaluateOptions): SettleOptions {
  const { asOf, now = asOf, files = new Map(), hasDefects = false, expressions } = options;
  const known = new Map<string, Results>();
  const resultsAt: SettleOptions["resultsAt"] = (day, signed) => {
    const key = JSON.stringify([day, ...signed]);
    const results = known.get(key) ?? judgeCriteria(graph, { asOf: day, expressions, signed });
    known.set(key, results);
    return results;
  };
  return { asOf, now, files, hasDefects, resultsAt };
}

/** CEL, which takes time to load, for graphs that have a condition in it. */
export async function loadExpressions(graph: Graph): Promise<ExpressionLanguage | undefined> {
  const isNeeded = itemsOf(graph, "criterion").some(
    ({ attributes }) => attributes.expression !== undefined,
  );
  return isNeeded ? import("./criteria/expression.ts") : undefined;
}

/** What there is to sign about a gate, as it was judged; a statement that nobody signed gives way to it. */
export function stateGate(
  { graph, evaluation }: { readonly graph: Graph; readonly evaluation: Evaluation },
  gate: Item<"gate">,
  { files, asOf }: { readonly files: GateFiles; readonly asOf: string | undefined },
): Statement {
  const isUnsigned = files.records.at(-1)?.signOffs.length === 0;
  const known = isUnsigned ? { ...files, records: files.records.slice(0, -1) } : files;
  const resultsAt = () => evaluation.criteria;
  const signed = signedGate(graph, gate, { resultsAt, now: asOf, files: new Map() });
  return makeStatement(statementParts(signed, known, { asOf }));
}
