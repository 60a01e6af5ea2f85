import type { AlterObjectSchemaStmt, Node, RenameStmt } from "libpg-query";
import type {
  Catalogue,
  CatalogueObject,
  ObjectOf,
  Index,
  Relation,
  Routine,
  UserType,
} from "../../../catalogue/catalogue.ts";
import { objectKey } from "../../../catalogue/catalogue.ts";
import { renameConstraint } from "../../../catalogue/constraints.ts";
import { changing } from "../../changing.ts";
import { type Context, type Handlers, report, type Verdict } from "../../context.ts";
import { stringsOf } from "../../read-nodes.ts";
import { renameColumn } from "./rename-column.ts";
import { definitionKey } from "../../definitions/definition-names.ts";
import { renameSequence } from "./rename-sequence.ts";
import { renameType } from "./rename-type.ts";
import { findObject, printKind } from "../find-object.ts";

/** The node that names what a statement renames; a member is named with its table. */
function objectNode(node: RenameStmt): Node | undefined {
  if (node.relation === undefined) return node.object;
  const { schemaname, relname = "" } = node.relation;
  const parts = [schemaname, relname, node.subname].filter((part) => part !== undefined);
  return { List: { items: parts.map((sval) => ({ String: { sval } })) } };
}

function rename(node: RenameStmt, context: Context): Verdict {
  const newName = node.newname ?? "";
  const kind = node.renameType ?? "";
  const part = parts[kind];
  if (part !== undefined) return part(node, context);
  const object = plainKinds.has(kind) ? { String: { sval: node.subname ?? "" } } : objectNode(node);
  const found = findRenamed(kind, object, context);
  if (found === undefined) return notFound(node, object, context);
  if (isTaken(context.session.catalogue, found, newName)) {
    report(context, "sources/sql-already-exists", { name: newName });
    return "not understood";
  }
  const changed = "relation" in found ? [found, found.relation] : [found];
  changing(context, changed, () => {
    if (found.kind === "column") renameColumn(context.session.catalogue, found, newName);
    else reindex(context.session.catalogue, found, () => (found.name = newName));
  });
  return "modelled";
}

const plainKinds: ReadonlySet<string> = new Set(["OBJECT_SCHEMA", "OBJECT_ROLE"]);

/** What is a text of its type, not an object of its own. */
const parts: Readonly<Partial<Record<string, (node: RenameStmt, context: Context) => Verdict>>> = {
  OBJECT_ATTRIBUTE: (node, context) => renameAttribute(node, context),
  OBJECT_DOMCONSTRAINT: (node, context) => renameDomainConstraint(node, context),
};

/** Whether something else of its kind has the name. */
function isTaken({ relations, types }: Catalogue, object: CatalogueObject, name: string): boolean {
  if (object.kind === "type") return types.has(objectKey(object.namespace, name));
  if ("relation" in object) {
    const { columns, constraints, policies, triggers } = object.relation;
    const siblings = [...columns, ...constraints, ...policies, ...triggers];
    return siblings.some((each) => each.kind === object.kind && each.name === name);
  }
  return "columns" in object && relations.has(objectKey(object.namespace, name));
}

/** `ALTER TABLE` renames views and indexes too. */
function findRenamed(kind: string, object: Node | undefined, context: Context) {
  if (object === undefined) return undefined;
  const found = findObject(kind, object, context);
  return (
    found ?? (kind === "OBJECT_TABLE" ? findObject("OBJECT_INDEX", object, context) : undefined)
  );
}

function notFound(node: RenameStmt, object: Node | undefined, context: Context): Verdict {
  if (node.missing_ok === true || context.conditional) return "modelled";
  const printed = printKind(node.renameType ?? "");
  const name = stringsOf(object).join(".");
  // The sequence of a `serial` or identity column is no object of its own here.
  if (node.renameType === "OBJECT_SEQUENCE") return "passed over";
  const isExternal =
    node.relation?.schemaname !== undefined &&
    !context.session.catalogue.ownSchemas.has(node.relation.schemaname);
  if (isExternal) {
    report(context, "sources/sql-external-object", { name });
    return "passed over";
  }
  const args = { kind: printed, name, needed: `ALTER ${printed} … RENAME` };
  report(context, "sources/sql-missing-object", args);
  return "not understood";
}

/** A constraint of a domain is a text that starts with its name. */
function renameDomainConstraint(node: RenameStmt, context: Context): Verdict {
  const found = node.object && findObject("OBJECT_DOMAIN", node.object, context);
  if (found?.kind !== "type") return notFound(node, node.object, context);
  const [old, made] = [`constraint ${node.subname ?? ""} `, `constraint ${node.newname ?? ""} `];
  changing(context, [found], () => {
    found.labels = found.labels.map((label) =>
      label.toLowerCase().startsWith(old) ? made + label.slice(old.length) : label,
    );
  });
  return "modelled";
}

function renameAttribute(node: RenameStmt, context: Context): Verdict {
  const { schemaname, relname = "" } = node.relation ?? {};
  const items = [schemaname, relname]
    .filter((part) => part !== undefined)
    .map((sval) => ({ String: { sval } }));
  const found = findObject("OBJECT_TYPE", { List: { items } }, context);
  if (found?.kind !== "type") return notFound(node, { List: { items } }, context);
  const [old, made] = [node.subname ?? "", node.newname ?? ""];
  changing(context, [found], () => {
    found.labels = found.labels.map((label) =>
      label.startsWith(`${old} `) ? made + label.slice(old.length) : label,
    );
  });
  return "modelled";
}

/** The catalogue finds objects by name: one that changes it is filed anew. */
function reindex(catalogue: Catalogue, object: CatalogueObject, change: () => void): void {
  const filing = filings[object.kind] as AnyFiling | undefined;
  if (filing === undefined) change();
  else filing(catalogue, object, change);
}

type AnyFiling = (catalogue: Catalogue, object: CatalogueObject, change: () => void) => void;

type Filing<Kind extends CatalogueObject["kind"]> = (
  catalogue: Catalogue,
  object: ObjectOf<Kind>,
  change: () => void,
) => void;

const keyOf = ({ namespace, name }: { readonly namespace: string; readonly name: string }) =>
  objectKey(namespace, name);

function refile<Value>(map: Map<string, Value>, value: Value, { key, change }: Refiling): void {
  map.delete(key());
  change();
  map.set(key(), value);
}

interface Refiling {
  readonly key: () => string;
  readonly change: () => void;
}

const fileRelation = (
  { relations, indexes }: Catalogue,
  relation: Relation,
  change: () => void,
) => {
  for (const index of relation.indexes) indexes.delete(indexKey(index));
  refile(relations, relation, { key: () => keyOf(relation), change });
  for (const index of relation.indexes) indexes.set(indexKey(index), index);
};

const indexKey = ({ relation, name }: Index): string => objectKey(relation.namespace, name);

const fileRoutine = ({ routines }: Catalogue, routine: Routine, change: () => void) => {
  const left = (routines.get(keyOf(routine)) ?? []).filter((each) => each !== routine);
  if (left.length > 0) routines.set(keyOf(routine), left);
  else routines.delete(keyOf(routine));
  change();
  routines.set(keyOf(routine), [...(routines.get(keyOf(routine)) ?? []), routine]);
};

const filings: { readonly [Kind in CatalogueObject["kind"]]?: Filing<Kind> } = {
  table: fileRelation,
  view: fileRelation,
  "materialized-view": fileRelation,
  sequence: (catalogue, sequence, change) => {
    renameSequence(catalogue, sequence, () => {
      fileRelation(catalogue, sequence, change);
    });
  },
  function: fileRoutine,
  type: (catalogue, type: UserType, change) => {
    renameType(catalogue, type, () => {
      refile(catalogue.types, type, { key: () => keyOf(type), change });
    });
  },
  role: ({ access }, role, change) => refile(access.roles, role, { key: () => role.name, change }),
  publication: ({ publications }, publication, change) =>
    refile(publications, publication, { key: () => publication.name, change }),
  "event-trigger": ({ eventTriggers }, trigger, change) =>
    refile(eventTriggers, trigger, { key: () => trigger.name, change }),
  definition: ({ definitions }, definition, change) => {
    const key = () =>
      definitionKey(definition.definitionKind, definition.namespace, definition.name);
    refile(definitions, definition, { key, change });
  },
  constraint: renameConstraint,
  index: ({ indexes }, index, change) =>
    refile(indexes, index, { key: () => indexKey(index), change }),
  namespace: (catalogue, namespace, change) => {
    const old = namespace.name;
    refile(catalogue.namespaces, namespace, { key: () => namespace.name, change });
    catalogue.ownSchemas.add(namespace.name);
    const isInside = (each: { readonly namespace: string }) => each.namespace === old;
    moveAll(catalogue, isInside, namespace.name);
  },
};

function moveAll(
  catalogue: Catalogue,
  isInside: (each: { readonly namespace: string }) => boolean,
  namespace: string,
): void {
  const inside = [
    ...catalogue.relations.values(),
    ...[...catalogue.routines.values()].flat(),
    ...catalogue.types.values(),
  ].filter(isInside);
  for (const each of inside) reindex(catalogue, each, () => (each.namespace = namespace));
}

/** `ALTER … SET SCHEMA` */
function setSchema(node: AlterObjectSchemaStmt, context: Context): Verdict {
  const object = objectNode(node);
  const found = findRenamed(node.objectType ?? "", object, context);
  if (found === undefined) {
    return notFound({ ...node, renameType: node.objectType ?? "OBJECT_TABLE" }, object, context);
  }
  const namespace = node.newschema ?? "";
  context.session.catalogue.ownSchemas.add(namespace);
  changing(context, [found], () => {
    if ("namespace" in found) {
      reindex(context.session.catalogue, found, () => (found.namespace = namespace));
    }
  });
  return "modelled";
}

export const renameHandlers: Handlers = { RenameStmt: rename, AlterObjectSchemaStmt: setSchema };
