import type { Parser } from "../parser/load-parser.ts";
import { type BodyStatement, collectBody } from "./analyse-body.ts";

/** Whether a condition holds; undefined when nobody can tell. */
export type Decide = (condition: string) => boolean | undefined;

/** A statement that runs, or may run. */
export interface LiveStatement extends BodyStatement {
  /** Its text is put together at run time. */
  readonly isDynamic: boolean;
}

type Tree = Readonly<Record<string, unknown>>;
type Live = Generator<LiveStatement, boolean, void>;

interface Walk {
  readonly parser: Parser;
  readonly decide: Decide;
}

/**
 * The statements of a block as they run one after the other: of a condition that can be decided,
 * only the branch that is taken; handlers of exceptions not at all. Each condition is decided when
 * what stands before it has been taken in.
 */
export function* liveStatements(tree: unknown, walk: Walk): Generator<LiveStatement, void, void> {
  const { plpgsql_funcs: functions } = tree as { plpgsql_funcs: readonly Tree[] };
  for (const each of functions) {
    const { action } = each["PLpgSQL_function"] as Tree;
    yield* statement(action as Tree, walk);
  }
}

const listOf = (value: unknown): readonly Tree[] => (value ?? []) as readonly Tree[];

/** Says whether it ends here: a `RETURN` that certainly runs. */
function* sequence(statements: readonly Tree[], walk: Walk): Live {
  for (const each of statements) if (yield* statement(each, walk)) return true;
  return false;
}

function* statement(node: Tree, walk: Walk): Live {
  const [[kind, part] = ["", {}]] = Object.entries(node);
  const body = part as Tree;
  if (kind === "PLpgSQL_stmt_return") return true;
  if (kind === "PLpgSQL_stmt_block") return yield* sequence(listOf(body["body"]), walk);
  if (kind === "PLpgSQL_stmt_if") return yield* condition(body, walk);
  const inner = body["body"];
  if (Array.isArray(inner)) {
    // A loop may run never, or many times.
    yield* leaf({ [kind]: { ...body, body: [] } }, walk);
    yield* sequence(listOf(inner), walk);
    return false;
  }
  yield* leaf(node, walk);
  return false;
}

function* condition(body: Tree, walk: Walk): Live {
  const branches = [
    { cond: body["cond"], stmts: body["then_body"] },
    ...listOf(body["elsif_list"]).map((each) => each["PLpgSQL_if_elsif"] as Tree),
  ];
  let isSure = true;
  for (const { cond, stmts } of branches as readonly Tree[]) {
    const { query } = (cond as Tree)["PLpgSQL_expr"] as { query: string };
    const holds = walk.decide(query);
    if (holds === false) continue;
    const ends = yield* sequence(listOf(stmts), walk);
    if (holds === true) return isSure && ends;
    isSure = false;
  }
  const ends = yield* sequence(listOf(body["else_body"]), walk);
  return isSure && ends;
}

function* leaf(node: Tree, { parser }: Walk): Generator<LiveStatement, void, void> {
  const { statements, dynamic } = collectBody(parser, node);
  for (const each of statements) yield { ...each, isDynamic: false };
  for (const each of dynamic) yield { ...each, isDynamic: true };
}
