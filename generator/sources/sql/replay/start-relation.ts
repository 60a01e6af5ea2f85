import { objectKey, type Relation } from "../catalogue/catalogue.ts";
import type { Name } from "../catalogue/entry.ts";
import { grantByDefault } from "./access/default-privileges.ts";
import { type Context, describedBy, report } from "./context.ts";
import { printName } from "./read-nodes.ts";
import { newRelation, schemaFor } from "./require.ts";

interface Wanted {
  readonly kind: Relation["kind"];
  readonly ifNotExists?: boolean;
  readonly temporary?: boolean;
}

/** Whether a relation may be created now; says so when it may not. */
export function startRelation(
  context: Context,
  name: Name,
  { kind, ifNotExists = false, temporary = false }: Wanted,
): Relation | "exists" | "clash" {
  const { relations, unknown } = context.session.catalogue;
  const isUnqualified = temporary && name.schema === undefined;
  const namespace = isUnqualified
    ? (context.session.searchPath[0] ?? "public")
    : schemaFor(context, name);
  const key = objectKey(namespace, name.name);
  if (relations.has(key)) {
    if (ifNotExists || context.conditional) return "exists";
    report(context, "sources/sql-already-exists", { name: printName(name) });
    return "clash";
  }
  unknown.delete(key);
  const relation = newRelation(context, { namespace, name: name.name, kind, temporary });
  Object.assign(relation, describedBy(context, context.description));
  grantByDefault(relation, kind === "sequence" ? "sequences" : "tables", context);
  relations.set(key, relation);
  return relation;
}
