import type { ObjectWithArgs } from "libpg-query";
import type { Routine } from "../../catalogue/catalogue.ts";
import { findRoutines } from "../../catalogue/find.ts";
import { type Context, report } from "../context.ts";
import { nameOf, printName, stringsOf, typeSignature } from "../read-nodes.ts";
import { isMissing } from "../require.ts";

/** The function that a statement names, with its argument types or alone. */
export function lookUpRoutine(context: Context, named: ObjectWithArgs = {}): Routine | undefined {
  const { catalogue, searchPath } = context.session;
  const overloads = findRoutines(catalogue, nameOf(stringsOf(named.objname)), searchPath);
  if (named.args_unspecified === true) return overloads[0];
  const signature = (named.objargs ?? [])
    .map((node) => ("TypeName" in node ? typeSignature(node.TypeName) : ""))
    .join();
  return overloads.find((each) => each.signature.join() === signature);
}

/** As above; one that is not there is reported, unless it may come from outside. */
export function findRoutine(
  context: Context,
  named: ObjectWithArgs | undefined,
  needed: string,
): Routine | "missing" | "external" {
  const found = lookUpRoutine(context, named);
  if (found !== undefined) return found;
  const name = nameOf(stringsOf(named?.objname));
  if (!isMissing(context, name)) {
    report(context, "sources/sql-external-object", { name: printName(name) });
    return "external";
  }
  const args = { kind: "FUNCTION", name: printName(name), needed };
  report(context, "sources/sql-missing-object", args);
  return "missing";
}
