import { canonicalInterval } from "./canonical-interval.ts";

type Tree = Readonly<Record<string, unknown>>;
type Rule = (body: Tree) => unknown;

/**
 * A tree of the parser without what two writings of one thing may differ in: places, casts,
 * schemas in front of names, names that PostgreSQL adds, its own way to write `IN` and `BETWEEN`.
 */
export function simplify(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(simplify);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node);
  const [[kind, body] = ["", undefined]] = entries;
  const rule = entries.length === 1 ? rules[kind] : undefined;
  return rule ? rule(body as Tree) : simplifyFields(node as Tree);
}

const places: ReadonlySet<string> = new Set([
  "location",
  "funcformat",
  "schemaname",
  "catalogname",
  "relpersistence",
  "rexpr_list_start",
  "rexpr_list_end",
  "list_start",
  "list_end",
]);

const simplifyFields = (node: Tree): Tree =>
  Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      places.has(key) ? [] : [[key, simplify(value)]],
    ),
  );

const textsOf = (nodes: unknown): readonly string[] =>
  ((nodes as readonly Tree[] | undefined) ?? []).map((node) => {
    const text = node["String"] as { sval?: string } | undefined;
    return text?.sval ?? "*";
  });

const last = (nodes: unknown): string => textsOf(nodes).at(-1) ?? "";

function constant(body: Tree): unknown {
  if (body["isnull"] === true) return { constant: null };
  const [[kind, value] = ["", {}]] = Object.entries(body).filter(([key]) => key !== "location");
  const inner = value as Readonly<Record<string, unknown>>;
  if (kind === "boolval") return { constant: inner["boolval"] === true ? "true" : "false" };
  const plain = inner[kind] as string | number | undefined;
  return { constant: canonicalText(String(plain ?? (kind === "ival" ? 0 : ""))) };
}

/** JSON is told apart by what it holds: `jsonb` sorts its keys and spaces them anew. */
function canonicalText(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    return JSON.stringify(sortKeys(JSON.parse(text)));
  } catch {
    return canonicalArray(text);
  }
}

/** `{a, b}` is `{a,b}`: outside of quotes, spaces around the elements of an array say nothing. */
const canonicalArray = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|\s*([{},])\s*/g, (found, mark?: string) => mark ?? found);

/** The value of an option is kept as a text, however it is written. */
function option({ defname, arg }: Tree): unknown {
  const [[, value] = ["", {}]] = Object.entries((arg as Tree | undefined) ?? {});
  const [plain = true] = Object.values(value as Tree);
  return { option: defname, value: String(Array.isArray(plain) ? last(plain) : plain) };
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, sortKeys(each)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function cast({ arg, typeName }: Tree): unknown {
  const simple = simplify(arg);
  const { names } = typeName as Tree;
  const text = (simple as { constant?: unknown }).constant;
  return last(names) === "interval" && typeof text === "string"
    ? { constant: canonicalInterval(text) }
    : simple;
}

/** `f(a, VARIADIC ARRAY[b, c])` is how PostgreSQL writes `f(a, b, c)`. */
function spread(args: readonly unknown[], isVariadic: boolean): readonly unknown[] {
  const last = args.at(-1) as { readonly array?: readonly unknown[] } | undefined;
  return isVariadic && last?.array ? [...args.slice(0, -1), ...last.array] : args;
}

function call(body: Tree): unknown {
  const name = last(body["funcname"]);
  const args = (body["args"] as readonly unknown[] | undefined)?.map(simplify) ?? [];
  // A sequence may be named without its schema.
  const plain =
    name === "nextval"
      ? args.map((arg) => ({
          constant: String((arg as { constant?: unknown }).constant)
            .replace(/^.*\./, "")
            .replaceAll('"', ""),
        }))
      : args;
  return {
    ...simplifyFields(body),
    func_variadic: false,
    funcname: name,
    args: spread(plain, body["func_variadic"] === true),
  };
}

const operator = (name: string, left: unknown, right: unknown): unknown => ({
  operator: name,
  left,
  right,
});

/** `x IN (1)` is `x = 1`, and `x IN (1, 2)` is `x = ANY (ARRAY[1, 2])`. */
function membership(name: string, left: unknown, items: readonly unknown[]): unknown {
  if (items.length === 1) return operator(name, left, items[0]);
  return { [name === "=" ? "any" : "all"]: name, left, right: { array: items } };
}

function expression({ kind, name, lexpr, rexpr }: Tree): unknown {
  const [symbol, left, right] = [last(name), simplify(lexpr), simplify(rexpr)];
  switch (kind) {
    case "AEXPR_IN":
      return membership(
        symbol,
        left,
        (right as { List: { items: readonly unknown[] } }).List.items,
      );
    case "AEXPR_OP_ANY":
      return { any: symbol, left, right };
    case "AEXPR_OP_ALL":
      return { all: symbol, left, right };
    case "AEXPR_BETWEEN":
      return between(left, right);
    case "AEXPR_DISTINCT":
    case "AEXPR_NOT_DISTINCT":
    case "AEXPR_NULLIF":
      return { [kind]: [left, right] };
    default:
      return plainOperator(symbol, left, right);
  }
}

function between(left: unknown, right: unknown): unknown {
  const [low, high] = (right as { List: { items: readonly unknown[] } }).List.items;
  return { and: [operator(">=", left, low), operator("<=", left, high)] };
}

/** `-1` may be an operator or a number. */
function plainOperator(symbol: string, left: unknown, right: unknown): unknown {
  const number = (right as { constant?: unknown } | undefined)?.constant;
  if (left === undefined && symbol === "-" && typeof number === "string") {
    return { constant: `-${number}` };
  }
  return operator(symbol, left, right);
}

function logic({ boolop, args }: Tree): unknown {
  const word = String(boolop).replace("_EXPR", "").toLowerCase();
  const parts = (args as readonly unknown[]).map(simplify).flatMap((part) => {
    const inner = (part as Readonly<Record<string, unknown>>)[word];
    return word !== "not" && Array.isArray(inner) ? (inner as readonly unknown[]) : [part];
  });
  return { [word]: parts };
}

/** A collation may stand in the expression: `(name COLLATE "C")`. */
function indexElement(body: Tree): unknown {
  const { name, expr, ordering, nulls_ordering: nulls, opclass } = body;
  const clause = (expr as Tree | undefined)?.["CollateClause"] as Tree | undefined;
  const key = name === undefined ? simplify(clause?.["arg"] ?? expr) : { column: name };
  const isDown = ordering === "SORTBY_DESC";
  const usual = isDown ? "SORTBY_NULLS_FIRST" : "SORTBY_NULLS_LAST";
  const isUsual = nulls === usual || nulls === "SORTBY_NULLS_DEFAULT";
  return {
    key,
    isDown,
    ...(isUsual ? {} : { nulls }),
    collation: last(body["collation"] ?? clause?.["collname"]),
    opclass: last(opclass),
  };
}

const rules: Readonly<Partial<Record<string, Rule>>> = {
  A_Const: constant,
  TypeCast: cast,
  FuncCall: call,
  A_Expr: expression,
  BoolExpr: logic,
  ColumnRef: ({ fields }) => ({ column: last(fields) }),
  A_ArrayExpr: ({ elements }) => ({ array: simplify(elements ?? []) }),
  RangeVar: ({ relname, alias }) => ({
    relation: relname,
    ...(alias ? { alias: simplify(alias) } : {}),
  }),
  ResTarget: ({ val }) => simplify(val),
  CaseExpr: ({ defresult, ...rest }) => {
    const otherwise = simplify(defresult) as { constant?: unknown } | undefined;
    const isNothing = otherwise === undefined || otherwise.constant === null;
    return { case: simplifyFields(rest), ...(isNothing ? {} : { otherwise }) };
  },
  IndexElem: indexElement,
  DefElem: option,
};
