import type { DropStmt, Node } from "libpg-query";
import type { CatalogueObject } from "../../catalogue/catalogue.ts";
import { type Context, type Handlers, report, type Verdict } from "../context.ts";
import { nameOf, printName, stringsOf } from "../read-nodes.ts";
import { removeAll, reportRefusal } from "../removal/remove-all.ts";
import { isMissing } from "../require.ts";
import { reportElsewhere } from "./elsewhere.ts";
import { findObject, isFindable, printKind } from "./find-object.ts";

function dropObjects(node: DropStmt, context: Context): Verdict {
  const kind = node.removeType ?? "";
  if (kind === "OBJECT_STATISTIC_EXT") return "passed over";
  if (!isFindable(kind)) {
    report(context, "sources/sql-not-modelled", { statement: `DROP ${printKind(kind)}` });
    return "not understood";
  }
  const named = (node.objects ?? []).map((object) => ({
    object,
    found: findObject(kind, object, context),
  }));
  reportDependents(
    node,
    named.flatMap(({ found }) => found ?? []),
    context,
  );
  const verdicts = named.map((each) => dropObject(node, each, context));
  if (verdicts.includes("not understood")) return "not understood";
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

interface Named {
  readonly object: Node;
  readonly found: CatalogueObject | undefined;
}

function dropObject(node: DropStmt, { object, found }: Named, context: Context): Verdict {
  if (found !== undefined) {
    // What an object before it in the list has taken along is gone already.
    if (found.dropped !== true) removeAll(context, found);
    return "modelled";
  }
  const kind = node.removeType ?? "";
  if (node.missing_ok === true) {
    const parts =
      "ObjectWithArgs" in object ? stringsOf(object.ObjectWithArgs.objname) : stringsOf(object);
    const statement = `DROP ${printKind(kind)} IF EXISTS`;
    reportElsewhere(context, { kind, name: nameOf(parts), statement });
  }
  if (node.missing_ok === true || context.conditional) return "modelled";
  return reportMissing(kind, object, context);
}

/** PostgreSQL refuses to drop what others need, unless it is told to drop them too. */
function reportDependents(
  node: DropStmt,
  objects: readonly CatalogueObject[],
  context: Context,
): void {
  if (node.behavior === "DROP_CASCADE" || context.conditional) return;
  for (const object of objects) {
    reportRefusal(context, {
      object,
      statement: `DROP ${printKind(node.removeType ?? "")}`,
      objects,
    });
  }
}

function reportMissing(kind: string, object: Node, context: Context): Verdict {
  const parts =
    "ObjectWithArgs" in object ? stringsOf(object.ObjectWithArgs.objname) : stringsOf(object);
  const isMember = kind === "OBJECT_POLICY" || kind === "OBJECT_TRIGGER";
  if (!isMissing(context, nameOf(isMember ? parts.slice(0, -1) : parts))) {
    report(context, "sources/sql-external-object", { name: parts.join(".") });
    return "passed over";
  }
  const printed = printKind(kind);
  const name = isMember ? parts.join(".") : printName(nameOf(parts));
  report(context, "sources/sql-missing-object", { kind: printed, name, needed: `DROP ${printed}` });
  return "not understood";
}

export const dropHandlers: Handlers = { DropStmt: dropObjects };
