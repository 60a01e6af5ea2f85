import type { CallStmt, FuncCall, Node, SelectStmt } from "libpg-query";
import { findRoutines } from "../../catalogue/find.ts";
import type { Name, Routine } from "../../catalogue/catalogue.ts";
import { diagnose } from "#diagnostics/index.ts";
import { type Context, type Handlers, type Verdict } from "../context.ts";
import { splitPath } from "../objects/namespaces.ts";
import { constantText, nameOf, printName, stringsOf } from "../read-nodes.ts";
import { cronCalls } from "./cron.ts";

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

/** A function of ours that creates objects when it runs: what it creates is not in its text. */
function reportDynamic(name: Name, context: Context): void {
  const { catalogue, searchPath, diagnostics } = context.session;
  const defines = findRoutines(catalogue, name, searchPath).flatMap((routine) =>
    definitionsOf(routine, context, new Set()),
  );
  if (defines.length === 0) return;
  const related = defines.slice(0, 3).map((place) => ({ ...place, message: "EXECUTE" }));
  const location = context.place(0);
  const statement = `${printName(name)}()`;
  diagnostics.push(diagnose("sources/sql-dynamic", { statement }, { location, related }));
}

/** Where a function, or one that it calls, creates objects. */
function definitionsOf(routine: Routine, context: Context, seen: Set<Routine>): Routine["defines"] {
  if (seen.has(routine)) return [];
  seen.add(routine);
  const called = routine.uses.flatMap(({ role, target }) =>
    role === "calls" && target.kind === "late routine"
      ? findRoutines(context.session.catalogue, target.name, target.searchPath)
      : [],
  );
  return [...routine.defines, ...called.flatMap((each) => definitionsOf(each, context, seen))];
}

function callProcedure({ funccall }: CallStmt, context: Context): Verdict {
  return funccall === undefined ? "passed over" : takeCall(funccall, undefined, context);
}

export const queryHandlers: Handlers = { SelectStmt: query, CallStmt: callProcedure };
