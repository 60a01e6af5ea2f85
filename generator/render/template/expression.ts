import { ownField } from "#data/index.ts";
import type { Words } from "../view.ts";

/** What stands between the braces, compiled. */
export interface Expression {
  /** As it is written, for messages. */
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly evaluate: (scope: Scope, run: Run) => unknown;
}

/** What `this`, `../` and `@index` mean at one place of a page. */
export interface Scope extends Variables {
  readonly data: unknown;
  readonly parent?: Scope;
}

/** What templates ask for with an `@`. */
interface Variables {
  readonly root: object;
  /** In a list: which one it is. */
  readonly index?: number;
  readonly first?: boolean;
  readonly last?: boolean;
}

/** One rendering of a template. */
export interface Run {
  readonly words: Words;
  readonly report: (expression: Expression, found: Found) => void;
}

/** What a view gave instead of something that can be printed. */
export type Found = "nothing" | "null" | "boolean" | "list" | "object" | "block" | "function";

type PathNode = hbs.AST.PathExpression;

function scopeAt(scope: Scope, depth: number): Scope | undefined {
  let found: Scope | undefined = scope;
  for (let level = 0; level < depth; level += 1) found = found?.parent;
  return found;
}

function variablesOf(scope: Scope | undefined): Partial<Variables> {
  if (scope === undefined) return {};
  const { root, index, first, last } = scope;
  return { root, ...(index !== undefined && { index, first, last }) };
}

function compilePath(path: PathNode): Expression["evaluate"] {
  const { depth, data } = path;
  const parts = path.parts as readonly string[];
  const [only] = parts;
  if (depth === 0 && !data && parts.length === 1 && only !== undefined) {
    return (scope) => ownField(scope.data, only);
  }
  if (data && depth === 0 && parts.length === 1 && only === "first") return ({ first }) => first;
  return (scope) => {
    const start = scopeAt(scope, depth);
    return parts.reduce<unknown>(ownField, data ? variablesOf(start) : start?.data);
  };
}

function compileWord(mustache: Call, source: string): Expression["evaluate"] | undefined {
  const [key, ...rest] = mustache.params;
  if (key === undefined || rest.length > 0) return undefined;
  const keyOf = compileExpression(key, source)?.evaluate;
  const pairs = (mustache.hash?.pairs ?? []).map(({ key: name, value }) => ({
    name,
    value: compileExpression(value, source),
  }));
  if (!keyOf) return undefined;
  if (pairs.length === 0 && key.type === "StringLiteral") {
    return constantWord((key as hbs.AST.StringLiteral).value);
  }
  return (scope, run) => {
    const name = keyOf(scope, run);
    if (typeof name !== "string") return name;
    const args: Record<string, string | number> = {};
    for (const pair of pairs) {
      if (pair.value) args[pair.name] = argument(pair.value, scope, run);
    }
    return run.words(name, args);
  };
}

/** A word that is the same on every page, looked up once for each language. */
function constantWord(key: string): Expression["evaluate"] {
  const known = new WeakMap<Words, string>();
  return (_scope, { words }) => {
    const word = known.get(words) ?? words(key);
    known.set(words, word);
    return word;
  };
}

function argument(expression: Expression, scope: Scope, run: Run): string | number {
  const value = expression.evaluate(scope, run);
  if (typeof value === "string" || typeof value === "number") return value;
  const text = ownField(value, "text");
  if (typeof text === "string") return text;
  run.report(expression, describe(value));
  return "";
}

/** The kind of a value that cannot be printed. */
export function describe(value: unknown): Found {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "boolean" || typeof value === "function") return typeof value as Found;
  return ownField(value, "block") === undefined ? "object" : "block";
}

/** A mustache or a block's opening: a name, what it is given. */
export interface Call extends hbs.AST.Node {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
}

const literals = new Set(["StringLiteral", "NumberLiteral", "BooleanLiteral"]);

function evaluatorOf(node: hbs.AST.Expression, source: string): Expression["evaluate"] | undefined {
  if (node.type === "PathExpression") return compilePath(node as PathNode);
  if (literals.has(node.type)) {
    const { value } = node as hbs.AST.StringLiteral;
    return () => value;
  }
  if (node.type !== "SubExpression") return undefined;
  return compileCall(node as hbs.AST.SubExpression, source)?.evaluate;
}

/** An argument: a path, a literal, or `(t "key")`; nothing when it is something else. */
export function compileExpression(
  node: hbs.AST.Expression,
  source: string,
): Expression | undefined {
  const evaluate = evaluatorOf(node, source);
  return evaluate && expressionAt(node, source, evaluate);
}

/** `{{value}}` or `{{t "key"}}`; nothing when it calls something that templates do not know. */
export function compileCall(call: Call, source: string): Expression | undefined {
  const name = (call.path as PathNode).original;
  const isCall = call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0;
  const evaluate =
    name === "t" && isCall
      ? compileWord(call, source)
      : isCall
        ? undefined
        : evaluatorOf(call.path, source);
  return evaluate && expressionAt(call, source, evaluate);
}

/** How it is written is asked for only when there is something to say of it. */
const expressionAt = (
  node: hbs.AST.Node,
  template: string,
  evaluate: Expression["evaluate"],
): Expression => ({
  ...positionOf(node),
  get source() {
    return sourceOf(node, template);
  },
  evaluate,
});

/** Where a node of the template stands, from 1. */
export const positionOf = ({ loc }: hbs.AST.Node): { line: number; column: number } => ({
  line: loc.start.line,
  column: loc.start.column + 1,
});

/** The node as it is written, in one line. */
export function sourceOf({ loc }: hbs.AST.Node, source: string): string {
  const lines = source.split("\n").slice(loc.start.line - 1, loc.end.line);
  const last = lines.length - 1;
  const text = lines
    .map((line, index) =>
      line.slice(index === 0 ? loc.start.column : 0, index === last ? loc.end.column : line.length),
    )
    .join(" ");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
