import { type ASTNode, Environment } from "@marcbachmann/cel-js";

/** What an expression may ask, each with the unit that it expects. */
export interface Lookup {
  /** Undefined when there is no value that counts. */
  readonly metric: (name: string, unit: string) => number | undefined;
  readonly count: (name: string) => number | undefined;
}

/** A call as it is written: `metric("q1.change", "%")`. */
interface Call {
  readonly name: string;
  readonly words: readonly string[];
}

/** An expression that can be evaluated, or the reason why not. */
export type Expression = UsableExpression | { readonly isUsable: false; readonly why: string };

export interface UsableExpression {
  readonly isUsable: true;
  readonly text: string;
  readonly calls: readonly Call[];
  /** What is divided by; by nothing, nothing can be measured. */
  readonly divisors: readonly string[];
}

const environment = (lookup: Lookup): Environment =>
  new Environment({ limits: { maxAstNodes: 500, maxDepth: 50 } })
    .registerFunction("metric(string, string): double", (name: string, unit: string) =>
      known(lookup.metric(name, unit)),
    )
    .registerFunction("count(string): double", (name: string) => known(lookup.count(name)));

function known(value: number | undefined): number {
  if (value === undefined) throw new Error("no value");
  return value;
}

const nothing: Lookup = { metric: () => undefined, count: () => undefined };

/**
 * Reads a condition in CEL, as far as gates need it: arithmetic, comparisons, `&&`, `||`, `!`,
 * `? :`, and the calls `metric` and `count` with names that are written out. Nothing else of the
 * language can be reached, so that no policy can be slow or hide what it asks.
 */
export function readExpression(text: string): Expression {
  const { valid, type, error } = environment(nothing).check(text);
  if (!valid) return { isUsable: false, why: firstLine(error?.message ?? "") };
  if (type !== "bool") return { isUsable: false, why: `${type ?? "?"}, not bool` };
  const found: Found = { calls: [], divisors: [] };
  const why = refuse(environment(nothing).parse(text).ast, found);
  if (why !== undefined) return { isUsable: false, why };
  // What asks for nothing would be true of everything.
  if (found.calls.length === 0) return { isUsable: false, why: "metric(…), count(…)" };
  return { isUsable: true, text, ...found };
}

interface Found {
  readonly calls: Call[];
  readonly divisors: string[];
}

const firstLine = (message: string): string => message.split("\n")[0] ?? "";

const operators = new Set<string>([
  ...["&&", "||", "!_", "?:", "-_", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"],
]);

/** The first part that is not allowed. */
function refuse(node: ASTNode, found: Found): string | undefined {
  if (node.op === "value") return undefined;
  if (node.op === "call") return refuseCall(node.args, found);
  if (!operators.has(node.op)) return `\`${textOf(node)}\``;
  if (node.op === "/") found.divisors.push(textOf(node.args[1]));
  const operands = [node.args].flat() as readonly ASTNode[];
  for (const operand of operands) {
    const refused = refuse(operand, found);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function refuseCall([name, args]: [string, ASTNode[]], { calls }: Found): string | undefined {
  const words = args.flatMap(({ op, args: value }) =>
    op === "value" && typeof value === "string" ? [value] : [],
  );
  if (!["metric", "count"].includes(name) || words.length !== args.length) return `\`${name}(…)\``;
  calls.push({ name, words });
  return undefined;
}

const textOf = ({ input, start, end }: ASTNode): string => input.slice(start, end);

/** Whether an expression holds; undefined when a value is not there, or none comes out. */
export function holds({ text, divisors }: UsableExpression, lookup: Lookup): boolean | undefined {
  const evaluator = environment(lookup);
  try {
    const isMeasurable = divisors.every((each) => Number(evaluator.evaluate(each, {})) !== 0);
    const value: unknown = evaluator.evaluate(text, {});
    return isMeasurable && typeof value === "boolean" ? value : undefined;
  } catch {
    return undefined;
  }
}
