import type { CallStmt, FuncCall, Node, RangeVar, SelectStmt } from "libpg-query";
import type { Name } from "../../catalogue/entry.ts";
import { type Context, type Handlers, type Verdict } from "../context.ts";
import { splitPath } from "../objects/namespaces.ts";
import { constantText, nameOf, printName, rangeName, stringsOf } from "../read-nodes.ts";
import { cronCalls } from "./cron.ts";
import { reportDefinitions } from "./definitions.ts";

/** A query changes no schema, unless it calls a function that does. */
function query(node: SelectStmt, context: Context): Verdict {
  const calls = callsIn(node);
  const verdicts = calls.map((call) => takeCall(call, node.whereClause, context));
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

/** Calls in what a query selects, and in the functions it selects from. */
function callsIn({ targetList = [], fromClause = [] }: SelectStmt): readonly FuncCall[] {
  const values = targetList.flatMap((node) =>
    "ResTarget" in node ? (node.ResTarget.val ?? []) : [],
  );
  const called = [...values, ...fromClause.flatMap(functionsOf)];
  return called.flatMap((node) => ("FuncCall" in node ? [node.FuncCall] : []));
}

const functionsOf = (node: Node): readonly Node[] => {
  if ("RangeFunction" in node) return (node.RangeFunction.functions ?? []).flatMap(functionsOf);
  return "List" in node ? (node.List.items ?? []).slice(0, 1) : [];
};

function takeCall(call: FuncCall, where: Node | undefined, context: Context): Verdict {
  const name = nameOf(stringsOf(call.funcname));
  const cron = name.schema === "cron" ? cronCalls[name.name] : undefined;
  if (cron !== undefined) {
    cron({ call, ...(where && { where }) }, context);
    return "modelled";
  }
  if (name.name === "set_config" && constantText(call.args?.[0]) === "search_path") {
    context.session.searchPath = splitPath([constantText(call.args?.[1]) ?? ""]);
  } else reportDynamic(name, context);
  return "passed over";
}

/** A function of ours may create objects when it runs. */
function reportDynamic(name: Name, context: Context): void {
  const target = { kind: "late routine", name, searchPath: context.session.searchPath } as const;
  reportDefinitions([{ role: "calls", target }], `${printName(name)}()`, context);
}

/** A change of data changes no schema, unless a trigger of the table does. */
const changeData =
  (statement: string) =>
  ({ relation }: { readonly relation?: RangeVar }, context: Context): Verdict => {
    const name = rangeName(relation);
    const target = { kind: "late relation", name, searchPath: context.session.searchPath } as const;
    const written = `${statement} ${printName(name)}`;
    reportDefinitions([{ role: "writes", target }], written, context);
    return "passed over";
  };

function callProcedure({ funccall }: CallStmt, context: Context): Verdict {
  return funccall === undefined ? "passed over" : takeCall(funccall, undefined, context);
}

export const queryHandlers: Handlers = {
  SelectStmt: query,
  CallStmt: callProcedure,
  InsertStmt: changeData("INSERT INTO"),
  UpdateStmt: changeData("UPDATE"),
  DeleteStmt: changeData("DELETE FROM"),
};
