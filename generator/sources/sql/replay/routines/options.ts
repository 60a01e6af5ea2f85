import type { DefElem, Node, VariableSetStmt } from "libpg-query";
import type { Routine } from "../../catalogue/catalogue.ts";
import { tokenFrom, written } from "../../parser/clauses.ts";
import type { Context } from "../context.ts";
import { stringsOf } from "../read-nodes.ts";
import { defElems } from "../tables/options.ts";

/** The options of a function, by the parser's names. */
export type Options = ReadonlyMap<string, readonly DefElem[]>;

export const optionsOf = (nodes: readonly Node[] | undefined): Options =>
  Map.groupBy(defElems(nodes), ({ defname = "" }) => defname);

export const textOption = (options: Options, name: string): string | undefined =>
  stringsOf(options.get(name)?.[0]?.arg)[0];

export const flagOption = (options: Options, name: string): boolean | undefined => {
  const arg = options.get(name)?.[0]?.arg;
  return arg && "Boolean" in arg ? arg.Boolean.boolval === true : undefined;
};

export function volatilityOf(options: Options): Routine["volatility"] | undefined {
  const named = textOption(options, "volatility");
  return named === "stable" || named === "immutable" || named === "volatile" ? named : undefined;
}

export function parallelOf(options: Options): Routine["parallel"] {
  const named = textOption(options, "parallel")?.toLowerCase();
  return named === "safe" || named === "restricted" || named === "unsafe" ? named : undefined;
}

const variableOf = ({ arg }: DefElem): VariableSetStmt =>
  arg && "VariableSetStmt" in arg ? arg.VariableSetStmt : {};

const sets: ReadonlySet<string> = new Set(["VAR_SET_VALUE", "VAR_SET_CURRENT"]);

const isSet = (option: DefElem): boolean => sets.has(variableOf(option).kind ?? "");

/** `SET search_path = …`, as written. */
export function settingsOf(options: Options, context: Context): readonly string[] {
  const clauses = context.clauses();
  const all = [...options.values()]
    .flat()
    .map(({ location }) => tokenFrom(clauses, context.offset(location)));
  return (options.get("set") ?? []).filter(isSet).map(({ location }) => {
    const from = tokenFrom(clauses, context.offset(location));
    const to = Math.min(clauses.tokens.length, ...all.filter((start) => start > from));
    return written(clauses, { from: from + 1, to });
  });
}

/** Takes over what `ALTER FUNCTION` says, and leaves the rest. */
export function alterOptions(routine: Routine, options: Options, context: Context): void {
  routine.volatility = volatilityOf(options) ?? routine.volatility;
  routine.securityDefiner = flagOption(options, "security") ?? routine.securityDefiner;
  routine.parallel = parallelOf(options) ?? routine.parallel ?? "unsafe";
  routine.strict = flagOption(options, "strict") ?? routine.strict === true;
  routine.leakproof = flagOption(options, "leakproof") ?? routine.leakproof === true;
  const named = (options.get("set") ?? []).map(variableOf);
  const isAll = named.some(({ kind }) => kind === "VAR_RESET_ALL");
  const kept = isAll ? [] : routine.settings.filter((setting) => !isNamed(setting, named));
  routine.settings = [...kept, ...settingsOf(options, context)];
}

/** Whether a setting is set or reset anew. */
const isNamed = (setting: string, statements: readonly VariableSetStmt[]): boolean =>
  statements.some(({ name }) => name === /^[\w.]+/.exec(setting.toLowerCase())?.[0]);
