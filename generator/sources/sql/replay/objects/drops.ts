import type { DropStmt, Node } from "libpg-query";
import type { Catalogue, CatalogueObject, ObjectOf } from "../../catalogue/catalogue.ts";
import { type Context, type Handlers, markChanged, report, type Verdict } from "../context.ts";
import { nameOf, printName, stringsOf } from "../read-nodes.ts";
import {
  removeConstraint,
  removeIndex,
  removeNamespace,
  removeRelation,
  removeRoutine,
  removeType,
} from "../remove.ts";
import { isMissing } from "../require.ts";
import { findObject, isFindable, printKind } from "./find-object.ts";

type Remover<Kind extends CatalogueObject["kind"]> = (
  catalogue: Catalogue,
  object: ObjectOf<Kind>,
) => void;

type AnyRemover = (catalogue: Catalogue, object: CatalogueObject) => void;

const removers: { readonly [Kind in CatalogueObject["kind"]]?: Remover<Kind> } = {
  table: removeRelation,
  view: removeRelation,
  "materialized-view": removeRelation,
  sequence: removeRelation,
  index: removeIndex,
  constraint: removeConstraint,
  function: removeRoutine,
  type: removeType,
  namespace: (catalogue, { name }) => removeNamespace(catalogue, name),
  extension: ({ extensions }, extension) => {
    extension.dropped = true;
    extensions.delete(extension.name);
  },
  policy: (_, policy) => {
    policy.dropped = true;
    policy.relation.policies.splice(policy.relation.policies.indexOf(policy), 1);
  },
  trigger: (_, trigger) => {
    trigger.dropped = true;
    trigger.relation.triggers.splice(trigger.relation.triggers.indexOf(trigger), 1);
  },
};

function dropObjects(node: DropStmt, context: Context): Verdict {
  const kind = node.removeType ?? "";
  if (kind === "OBJECT_STATISTIC_EXT") return "passed over";
  if (!isFindable(kind)) {
    report(context, "sources/sql-not-modelled", { statement: `DROP ${printKind(kind)}` });
    return "not understood";
  }
  const verdicts = (node.objects ?? []).map((object) => dropObject(node, object, context));
  if (verdicts.includes("not understood")) return "not understood";
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

function dropObject(node: DropStmt, object: Node, context: Context): Verdict {
  const kind = node.removeType ?? "";
  const found = findObject(kind, object, context);
  if (found !== undefined) {
    if ("relation" in found) markChanged(found.relation, context);
    const remove = removers[found.kind] as AnyRemover | undefined;
    remove?.(context.session.catalogue, found);
    return "modelled";
  }
  if (node.missing_ok === true || context.conditional) return "modelled";
  return reportMissing(kind, object, context);
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
