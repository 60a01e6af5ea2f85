import type { A_Const, A_Expr, FuncCall, Node, SubLink, TypeName } from "libpg-query";
import { nameOf, stringsOf, typeSignature } from "../read-nodes.ts";
import { callType, withoutModifiers } from "./call-types.ts";
import { widerNumber } from "./number-types.ts";
import { referenced, type Scope } from "./scope.ts";

/** A text without a cast takes the type of what stands beside it. */
const undecided = "unknown";

/** The type of a value, as far as columns, casts and constants tell it; else empty. */
export function valueType(value: Node, scope: Scope): string {
  const type = typeOf(value, scope);
  return type === undecided ? "text" : type;
}

function typeOf(value: Node | undefined, scope: Scope): string {
  if (value === undefined) return "";
  const [[kind, body] = ["", undefined]] = Object.entries(value) as [string, unknown][];
  return fixed[kind] ?? typers[kind]?.(body as never, scope) ?? "";
}

const fixed: Readonly<Partial<Record<string, string>>> = {
  BoolExpr: "boolean",
  NullTest: "boolean",
  BooleanTest: "boolean",
};

/** All of one type, texts without a cast aside. */
function common(values: readonly (Node | undefined)[], scope: Scope): string {
  const types = new Set(values.map((value) => typeOf(value, scope)));
  types.delete(undecided);
  const [first = undecided] = types;
  return types.size <= 1 ? first : "";
}

const arrayOf = (type: string): string =>
  type === "" ? "" : `${type === undecided ? "text" : withoutModifiers(type)}[]`;

const valueFunctions: Readonly<Partial<Record<string, string>>> = {
  SVFOP_CURRENT_DATE: "date",
  SVFOP_CURRENT_TIMESTAMP: "timestamp with time zone",
  SVFOP_LOCALTIMESTAMP: "timestamp without time zone",
  SVFOP_CURRENT_USER: "name",
  SVFOP_SESSION_USER: "name",
  SVFOP_CURRENT_ROLE: "name",
};

type Typer = (body: never, scope: Scope) => string;

const typers: Readonly<Partial<Record<string, Typer>>> = {
  ColumnRef: (body, scope) => referenced(body, scope)[0]?.type ?? "",
  TypeCast: ({ typeName }: { typeName?: TypeName }) => typeText(typeName),
  A_Const: (constant: A_Const) => constantType(constant),
  CollateClause: ({ arg }: { arg?: Node }, scope) => typeOf(arg, scope),
  CoalesceExpr: ({ args }: { args?: Node[] }, scope) => common(args ?? [], scope),
  MinMaxExpr: ({ args }: { args?: Node[] }, scope) => common(args ?? [], scope),
  CaseExpr: ({ args, defresult }: { args?: Node[]; defresult?: Node }, scope) =>
    common(
      [
        ...(args ?? []).map((each) => ("CaseWhen" in each ? each.CaseWhen.result : undefined)),
        ...(defresult ? [defresult] : []),
      ],
      scope,
    ),
  A_ArrayExpr: ({ elements }: { elements?: Node[] }, scope) =>
    arrayOf(common(elements ?? [], scope)),
  SQLValueFunction: ({ op }: { op?: string }) => valueFunctions[op ?? ""] ?? "",
  SubLink: ({ subLinkType, subselect }: SubLink, scope) => {
    if (subLinkType === "EXISTS_SUBLINK" || subLinkType === "ANY_SUBLINK") return "boolean";
    const type = scope.columnsOf(subselect, scope)[0]?.type ?? "";
    return subLinkType === "ARRAY_SUBLINK" ? arrayOf(type) : type;
  },
  A_Expr: operatorType,
  FuncCall: ({ funcname, args }: FuncCall, scope) => {
    const called = nameOf(stringsOf(funcname));
    const argument = typeOf(args?.[0], scope);
    return called.name === "array_agg" ? arrayOf(argument) : callType(called, argument, scope);
  },
};

function constantType({ ival, fval, boolval }: A_Const): string {
  if (ival !== undefined) return "integer";
  if (fval !== undefined) return /^\d+$/.test(fval.fval ?? "") ? "bigint" : "numeric";
  if (boolval !== undefined) return "boolean";
  return undecided;
}

/** A type with its modifiers: `character varying(50)`, `geometry(Point,4326)`. */
function typeText(type: TypeName | undefined): string {
  const name = typeSignature(type);
  const modifiers = (type?.typmods ?? []).map((node) => {
    if ("A_Const" in node) return node.A_Const.ival?.ival ?? node.A_Const.sval?.sval ?? "";
    return "ColumnRef" in node ? stringsOf(node.ColumnRef.fields).join(".") : "";
  });
  if (modifiers.length === 0 || name.startsWith("interval")) return name;
  const [base = name, rest = ""] = name.split(/(?=\[| with)/);
  return `${base}(${modifiers.join(",")})${rest}`;
}

const comparisons =
  /^AEXPR_(?:IN|LIKE|ILIKE|SIMILAR|BETWEEN|NOT_BETWEEN|DISTINCT|NOT_DISTINCT|OP_A)/;

function operatorType({ kind = "AEXPR_OP", name, lexpr, rexpr }: A_Expr, scope: Scope): string {
  if (kind === "AEXPR_NULLIF") return typeOf(lexpr, scope);
  if (comparisons.test(kind)) return "boolean";
  const operator = stringsOf(name).at(-1) ?? "";
  const rule = operators.find(([pattern]) => pattern.test(operator));
  return rule?.[1](typeOf(lexpr, scope), typeOf(rexpr, scope)) ?? "";
}

/** What operators give, by the types on their two sides. */
const operators: readonly (readonly [RegExp, (left: string, right: string) => string])[] = [
  [/^(?:[<>]=?|=|<>|!=|!?~~?\*?|@>|<@|&&|\?[|&]?|@@)$/, () => "boolean"],
  [/^(?:->>|#>>)$/, () => "text"],
  [/^(?:->|#>)$/, (left) => left],
  [/^\|\|$/, (left, right) => ([left, right].some(isText) ? "text" : "")],
  [/^[-+*/%]$/, widerNumber],
];

/** A text joined with anything is a text. */
const isText = (type: string): boolean => /^(?:text|varchar|character varying)/.test(type);
