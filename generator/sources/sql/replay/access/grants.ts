import type { GrantStmt, Node } from "libpg-query";
import { isNamespaced, ownedObjects } from "../../catalogue/owned-objects.ts";
import type { Name } from "../../catalogue/entry.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newEntry, report, type Verdict } from "../context.ts";
import { findObject, printKind } from "../objects/find-object.ts";
import { nameOf, printName, rangeName, stringsOf } from "../read-nodes.ts";
import { isMissing } from "../require.ts";
import { changeGrants, changesOf, type Grantable } from "./privileges.ts";

/** `GRANT … ON` and `REVOKE … ON`; what is granted on a whole database or server is passed over. */
function grant(node: GrantStmt, context: Context): Verdict {
  const kind = node.objtype ?? "";
  if (!grantable.has(kind)) return "passed over";
  if (node.targtype === "ACL_TARGET_ALL_IN_SCHEMA") return grantInSchema(node, context);
  const verdicts = (node.objects ?? []).map((object) => grantOn(node, object, context));
  if (verdicts.includes("not understood")) return "not understood";
  return verdicts.includes("modelled") ? "modelled" : "passed over";
}

const grantable: ReadonlySet<string> = new Set(
  "TABLE SEQUENCE FUNCTION PROCEDURE ROUTINE SCHEMA TYPE DOMAIN"
    .split(" ")
    .map((kind) => `OBJECT_${kind}`),
);

function grantOn(node: GrantStmt, object: Node, context: Context): Verdict {
  const kind = node.objtype ?? "";
  const found = findGrantable(kind, object, context);
  if (found !== undefined) {
    applyGrant(node, [found], context);
    return "modelled";
  }
  const name = namedBy(object);
  if (kind === "OBJECT_SCHEMA" || !isMissing(context, name)) return "passed over";
  const needed = node.is_grant === true ? "GRANT" : "REVOKE";
  const args = { kind: printKind(kind), name: printName(name), needed };
  report(context, "sources/sql-missing-object", args);
  return "not understood";
}

const namedBy = (object: Node): Name => {
  if ("RangeVar" in object) return rangeName(object.RangeVar);
  const parts = "ObjectWithArgs" in object ? object.ObjectWithArgs.objname : object;
  return nameOf(stringsOf(parts));
};

function findGrantable(kind: string, object: Node, context: Context): Grantable | undefined {
  if (kind === "OBJECT_SCHEMA") return schemaNamed(stringsOf(object)[0] ?? "", context);
  const { schema, name } = namedBy(object);
  const items = [schema, name]
    .filter((part) => part !== undefined)
    .map((sval) => ({ String: { sval } }));
  const named = "RangeVar" in object ? { List: { items } } : object;
  return findObject(kind, named, context);
}

/** A schema that nobody creates has rights all the same. */
function schemaNamed(name: string, context: Context): Grantable | undefined {
  const { namespaces, access, ownSchemas } = context.session.catalogue;
  const known = namespaces.get(name) ?? access.impliedNamespaces.get(name);
  if (known !== undefined || !ownSchemas.has(name)) return known;
  const implied = { kind: "namespace" as const, ...newEntry(context, name) };
  access.impliedNamespaces.set(name, implied);
  return implied;
}

const kindsInSchema: Readonly<Partial<Record<string, readonly string[]>>> = {
  OBJECT_TABLE: ["table", "view", "materialized-view"],
  OBJECT_SEQUENCE: ["sequence"],
};

/** `ON ALL TABLES IN SCHEMA`: those that are there now. */
function grantInSchema(node: GrantStmt, context: Context): Verdict {
  const kinds = kindsInSchema[node.objtype ?? ""] ?? ["function"];
  const schemas = (node.objects ?? []).flatMap((object) => stringsOf(object));
  const objects = ownedObjects(context.session.catalogue).filter(
    (object) =>
      kinds.includes(object.kind) && isNamespaced(object) && schemas.includes(object.namespace),
  );
  applyGrant(node, objects, context);
  return "modelled";
}

function applyGrant(node: GrantStmt, objects: readonly Grantable[], context: Context): void {
  const changes = changesOf(node, context);
  changing(context, objects, () => {
    for (const object of objects) {
      object.grants = changes.reduce(
        (grants, change) => changeGrants(object.kind, grants, change),
        object.grants ?? [],
      );
    }
  });
}

export const grantHandlers: Handlers = { GrantStmt: grant };
