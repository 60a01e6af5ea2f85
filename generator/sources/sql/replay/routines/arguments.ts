import type { CreateFunctionStmt, FunctionParameter } from "libpg-query";
import type { Argument } from "../../catalogue/standalone.ts";
import { elementFrom, findAny, tokenFrom, written } from "../../parser/clauses.ts";
import type { Context } from "../context.ts";

const modes: Readonly<Partial<Record<string, Argument["mode"]>>> = {
  FUNC_PARAM_OUT: "out",
  FUNC_PARAM_INOUT: "inout",
  FUNC_PARAM_VARIADIC: "variadic",
  FUNC_PARAM_TABLE: "table",
};

/** The arguments of a function, types and defaults as written. */
export const argumentsOf = (
  { parameters = [] }: CreateFunctionStmt,
  context: Context,
): readonly Argument[] =>
  parameters.flatMap((node) =>
    "FunctionParameter" in node ? [argumentOf(node.FunctionParameter, context)] : [],
  );

function argumentOf(
  { name, mode, argType, defexpr }: FunctionParameter,
  context: Context,
): Argument {
  const clauses = context.clauses();
  const type = elementFrom(clauses, tokenFrom(clauses, context.offset(argType?.location)));
  const split = defexpr === undefined ? type.to : findAny(clauses, ["default", "="], type);
  return {
    ...(name !== undefined && { name }),
    type: written(clauses, { from: type.from, to: split }),
    mode: modes[mode ?? ""] ?? "in",
    ...(split < type.to && { default: written(clauses, { from: split + 1, to: type.to }) }),
  };
}
