import type { DefElem, DefineStmt } from "libpg-query";
import type { Routine, Use } from "../../catalogue/catalogue.ts";
import { findRoutines } from "../../catalogue/find.ts";
import type { Argument } from "../../catalogue/standalone.ts";
import {
  elementFrom,
  everything,
  firstGroup,
  tokenFrom,
  verbatim,
  written,
} from "../../parser/clauses.ts";
import { type Context, newSubject, once } from "../context.ts";
import { nameOf, stringsOf, typeSignature } from "../read-nodes.ts";
import { schemaFor } from "../require.ts";
import { defElems } from "../tables/options.ts";
import { lateUses } from "../use-names.ts";
import { noNames } from "../../analysis/collect-names.ts";

/** `CREATE AGGREGATE`: a function that PostgreSQL puts together from others. */
export function readAggregate(node: DefineStmt, context: Context): Routine {
  const name = nameOf(stringsOf(node.defnames));
  const options = defElems(node.definition);
  const { signature, list } = argumentsOf(node, options, context);
  return {
    kind: "function",
    ...newSubject(context, name.name),
    namespace: schemaFor(context, name),
    routineKind: "aggregate",
    signature,
    arguments: list,
    returns: returnsOf(options, context),
    language: "internal",
    volatility: "immutable",
    securityDefiner: false,
    settings: [],
    parallel: parallelOf(options),
    body: bodyOf(node, context),
    effects: once(() => ({ uses: usesOf(options, context), defines: [], columns: [] })),
  };
}

const typeOf = (option: DefElem | undefined) =>
  option?.arg && "TypeName" in option.arg ? option.arg.TypeName : undefined;

const optionNamed = (options: readonly DefElem[], ...names: readonly string[]) =>
  options.find(({ defname = "" }) => names.includes(defname));

/** `(int, text)`, `(*)`, or in the old style `BASETYPE = int` among the options. */
function argumentsOf(
  node: DefineStmt,
  options: readonly DefElem[],
  context: Context,
): { readonly signature: readonly string[]; readonly list: readonly Argument[] } {
  const base = typeOf(optionNamed(options, "basetype"));
  if (base !== undefined) {
    const type = typeSignature(base);
    return { signature: [type], list: [{ type, mode: "in" }] };
  }
  const [first] = node.args ?? [];
  const parameters = (first && "List" in first ? (first.List.items ?? []) : []).flatMap((each) =>
    "FunctionParameter" in each ? [each.FunctionParameter] : [],
  );
  const clauses = context.clauses();
  return {
    signature: parameters.map(({ argType }) => typeSignature(argType)),
    list: parameters.map(({ name, mode, argType }) => ({
      ...(name !== undefined && { name }),
      type: written(
        clauses,
        elementFrom(clauses, tokenFrom(clauses, context.offset(argType?.location))),
      ),
      mode: mode === "FUNC_PARAM_VARIADIC" ? "variadic" : "in",
    })),
  };
}

/** What the final function gives, else the state. */
function returnsOf(options: readonly DefElem[], { session }: Context): string {
  const last = typeOf(optionNamed(options, "finalfunc"));
  const name = last && nameOf(stringsOf(last.names));
  const routine = name && findRoutines(session.catalogue, name, session.searchPath)[0];
  if (routine !== undefined) return routine.returns;
  return last === undefined ? typeSignature(typeOf(optionNamed(options, "stype", "stype1"))) : "";
}

function parallelOf(options: readonly DefElem[]): "safe" | "restricted" | "unsafe" {
  const written = stringsOf(optionNamed(options, "parallel")?.arg)[0]?.toLowerCase();
  return written === "safe" || written === "restricted" ? written : "unsafe";
}

/** The options as they are written: the last parentheses of the statement. */
function bodyOf(node: DefineStmt, context: Context): string {
  const clauses = context.clauses();
  const all = everything(clauses);
  const first = firstGroup(clauses, all);
  const second = first && firstGroup(clauses, { ...all, from: first.to + 1 });
  const group = node.oldstyle === true ? first : (second ?? first);
  return group ? verbatim(clauses, group).trim() : "";
}

const functions = ["sfunc", "sfunc1", "finalfunc", "combinefunc", "serialfunc", "deserialfunc"];

function usesOf(options: readonly DefElem[], context: Context): readonly Use[] {
  const called = options.filter(({ defname = "" }) => functions.includes(defname));
  const names = noNames();
  names.calls.push(...called.map((option) => nameOf(stringsOf(option.arg))));
  return lateUses(names, context.session.searchPath, context.place(0));
}
