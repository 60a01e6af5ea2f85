import type { AlterOwnerStmt, DropOwnedStmt, Node, ReassignOwnedStmt } from "libpg-query";
import { ownedObjects } from "../../catalogue/owned-objects.ts";
import { changing } from "../changing.ts";
import type { Context, Handlers, Verdict } from "../context.ts";
import { findObject, isFindable } from "../objects/find-object.ts";
import { roleName, roleNames } from "../read-nodes.ts";
import { giveTo, type Grantable } from "./privileges.ts";

/** `ALTER … OWNER TO`; that of a table is a command of `ALTER TABLE`. */
function alterOwner(node: AlterOwnerStmt, context: Context): Verdict {
  const kind = node.objectType ?? "";
  const object: Node | undefined = node.object;
  if (object === undefined || node.newowner === undefined || !isFindable(kind))
    return "passed over";
  const found = findObject(kind, object, context);
  if (found === undefined) return "passed over";
  setOwner(found, roleName(node.newowner), context);
  return "modelled";
}

function setOwner(object: Grantable, owner: string, context: Context): void {
  changing(context, [object], () => giveTo(object, owner));
}

function reassignOwned(node: ReassignOwnedStmt, context: Context): Verdict {
  const from = roleNames(node.roles);
  const to = node.newrole ? roleName(node.newrole) : "";
  const owned = ownedObjects(context.session.catalogue).filter(
    ({ owner }) => owner !== undefined && from.includes(owner),
  );
  for (const object of owned) setOwner(object, to, context);
  return owned.length > 0 ? "modelled" : "passed over";
}

/** `DROP OWNED BY` takes the rights of the roles too; objects are dropped by statements of their own. */
function dropOwned(node: DropOwnedStmt, context: Context): Verdict {
  const roles = roleNames(node.roles);
  const granted = ownedObjects(context.session.catalogue).filter(({ grants = [] }) =>
    grants.some(({ role }) => roles.includes(role)),
  );
  changing(context, granted, () => {
    for (const object of granted) {
      object.grants = (object.grants ?? []).filter(({ role }) => !roles.includes(role));
    }
  });
  return granted.length > 0 ? "modelled" : "passed over";
}

export const ownerHandlers: Handlers = {
  AlterOwnerStmt: alterOwner,
  ReassignOwnedStmt: reassignOwned,
  DropOwnedStmt: dropOwned,
};
