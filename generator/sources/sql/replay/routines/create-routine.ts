import type { AlterFunctionStmt, CreateFunctionStmt } from "libpg-query";
import type { Routine } from "../../catalogue/catalogue.ts";
import { objectKey } from "../../catalogue/catalogue.ts";
import {
  everything,
  findWords,
  type Range,
  tokenFrom,
  verbatim,
  written,
} from "../../parser/clauses.ts";
import { grantByDefault } from "../access/default-privileges.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { nameOf, stringsOf, typeSignature } from "../read-nodes.ts";
import { schemaFor } from "../require.ts";
import { argumentsOf } from "./arguments.ts";
import { effectsOf } from "./effects.ts";
import { findRoutine } from "./find-routine.ts";
import {
  alterOptions,
  flagOption,
  type Options,
  optionsOf,
  parallelOf,
  settingsOf,
  textOption,
  volatilityOf,
} from "./options.ts";

function createRoutine(node: CreateFunctionStmt, context: Context): Verdict {
  const name = nameOf(stringsOf(node.funcname));
  const namespace = schemaFor(context, name);
  const routine: Routine = {
    kind: "function",
    ...newSubject(context, name.name),
    namespace,
    signature: signatureOf(node),
    ...describeRoutine(node, context),
  };
  return addRoutine(routine, node.replace === true, context);
}

/** Takes a function in beside its overloads, or in the place of the one it replaces. */
export function addRoutine(routine: Routine, isReplacing: boolean, context: Context): Verdict {
  const { routines } = context.session.catalogue;
  const key = objectKey(routine.namespace, routine.name);
  const overloads = routines.get(key) ?? [];
  const same = overloads.find((each) => each.signature.join() === routine.signature.join());
  if (same === undefined) {
    grantByDefault(routine, "functions", context);
    routines.set(key, [...overloads, routine]);
  } else if (isReplacing) replaceRoutine(same, routine, context);
  else if (!context.conditional) {
    report(context, "sources/sql-already-exists", { name: `${routine.namespace}.${routine.name}` });
    return "not understood";
  }
  return "modelled";
}

/** The new definition in the old object: what refers to it still does. */
function replaceRoutine(old: Routine, made: Routine, context: Context): void {
  const { created, changes, record } = old;
  changing(context, [old], () => Object.assign(old, { ...made, created, changes, record }));
}

const signatureOf = ({ parameters = [] }: CreateFunctionStmt): readonly string[] =>
  parameters.flatMap((node) => {
    if (!("FunctionParameter" in node)) return [];
    const { mode, argType } = node.FunctionParameter;
    return mode === "FUNC_PARAM_OUT" || mode === "FUNC_PARAM_TABLE" ? [] : [typeSignature(argType)];
  });

function describeRoutine(node: CreateFunctionStmt, context: Context) {
  const options = optionsOf(node.options);
  const language = textOption(options, "language") ?? "sql";
  return {
    routineKind: node.is_procedure === true ? ("procedure" as const) : ("function" as const),
    arguments: argumentsOf(node, context),
    returns: returnsOf(node, context),
    language,
    volatility: volatilityOf(options) ?? "volatile",
    securityDefiner: flagOption(options, "security") ?? false,
    settings: settingsOf(options, context),
    parallel: parallelOf(options) ?? "unsafe",
    strict: flagOption(options, "strict") ?? false,
    leakproof: flagOption(options, "leakproof") ?? false,
    window: flagOption(options, "window") ?? false,
    body: bodyOf(node, options, context),
    effects: effectsOf(node, language, context),
  };
}

/** From behind `RETURNS` to the next clause. */
function returnsOf(node: CreateFunctionStmt, context: Context): string {
  const clauses = context.clauses();
  const all = everything(clauses);
  const returns = findWords(clauses, "returns", all);
  if (returns === undefined) return "";
  const starts = (node.options ?? []).flatMap((option) =>
    "DefElem" in option ? [tokenFrom(clauses, context.offset(option.DefElem.location))] : [],
  );
  const range: Range = { from: returns + 1, to: all.to };
  const bodies = ["begin atomic", "return"].flatMap(
    (words) => findWords(clauses, words, range) ?? [],
  );
  const ends = [...starts, ...bodies].filter((start) => start > returns);
  return written(clauses, { ...range, to: Math.min(all.to, ...ends) });
}

function bodyOf(node: CreateFunctionStmt, options: Options, context: Context): string {
  if (node.sql_body === undefined) {
    return (
      stringsOf(options.get("as")?.[0]?.arg)[0]
        ?.replace(/^\s*\n/, "")
        .trimEnd() ?? ""
    );
  }
  const clauses = context.clauses();
  const all = everything(clauses);
  const from = findWords(clauses, "begin atomic", all) ?? findWords(clauses, "return", all);
  return from === undefined ? "" : verbatim(clauses, { ...all, from });
}

function alterRoutine(node: AlterFunctionStmt, context: Context): Verdict {
  const routine = findRoutine(context, node.func, "ALTER FUNCTION");
  if (routine === "missing") return "not understood";
  if (routine === "external") return "passed over";
  changing(context, [routine], () => alterOptions(routine, optionsOf(node.actions), context));
  return "modelled";
}

export const routineHandlers: Handlers = {
  CreateFunctionStmt: createRoutine,
  AlterFunctionStmt: alterRoutine,
};
