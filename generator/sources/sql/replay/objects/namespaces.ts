import type { CreateExtensionStmt, CreateSchemaStmt, VariableSetStmt } from "libpg-query";
import type { Namespace } from "../../catalogue/standalone.ts";
import { grantByDefault } from "../access/default-privileges.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { constantText, roleName, stringsOf } from "../read-nodes.ts";

function createSchema(node: CreateSchemaStmt, context: Context): Verdict {
  const { namespaces, ownSchemas } = context.session.catalogue;
  const name = node.schemaname ?? node.authrole?.rolename;
  if (name === undefined) {
    report(context, "sources/sql-not-modelled", { statement: "CREATE SCHEMA AUTHORIZATION" });
    return "not understood";
  }
  if (namespaces.has(name) || name === "public") {
    if (node.if_not_exists === true || context.conditional || name === "public") return "modelled";
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  const namespace: Namespace = { kind: "namespace", ...newSubject(context, name) };
  if (node.authrole) namespace.owner = roleName(node.authrole);
  grantByDefault(namespace, "schemas", context);
  namespaces.set(name, namespace);
  ownSchemas.add(name);
  return createInside(node, name, context);
}

/** `CREATE SCHEMA a CREATE TABLE b (…)`: the elements lie in the new schema. */
function createInside(node: CreateSchemaStmt, name: string, context: Context): Verdict {
  const { session } = context;
  const { searchPath } = session;
  session.searchPath = [name, ...searchPath];
  const verdicts = (node.schemaElts ?? []).map((element) => session.replay(element, context));
  session.searchPath = searchPath;
  return verdicts.includes("not understood") ? "not understood" : "modelled";
}

function createExtension(node: CreateExtensionStmt, context: Context): Verdict {
  const { extensions } = context.session.catalogue;
  const name = node.extname ?? "";
  if (extensions.has(name)) {
    if (node.if_not_exists === true || context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  const schema = (node.options ?? [])
    .flatMap((option) => ("DefElem" in option ? [option.DefElem] : []))
    .find(({ defname }) => defname === "schema")?.arg;
  const [namespace] = stringsOf(schema);
  const extension = { kind: "extension" as const, ...newSubject(context, name) };
  extensions.set(name, namespace === undefined ? extension : { ...extension, namespace });
  return "modelled";
}

/** `SET search_path` decides where names without a schema lead, until the end of the file. */
function setVariable(node: VariableSetStmt, context: Context): Verdict {
  if (node.name === "role" || node.name === "session_authorization") setRole(node, context);
  if (node.name !== "search_path") return "passed over";
  const names = (node.args ?? []).map((arg) => constantText(arg) ?? "");
  context.session.searchPath = node.kind === "VAR_SET_VALUE" ? splitPath(names) : ["public"];
  return "passed over";
}

/** `SET ROLE` decides whose default privileges hold for what is created next. */
function setRole({ kind, args }: VariableSetStmt, { session }: Context): void {
  const role = kind === "VAR_SET_VALUE" ? constantText(args?.[0]) : undefined;
  if (role === undefined || role === "none") delete session.role;
  else session.role = role;
}

/** `"$user"` names a schema of the role that runs the migration, which is not known. */
export const splitPath = (names: readonly string[]): readonly string[] =>
  names
    .flatMap((name) => name.split(","))
    .map((name) => name.trim().replace(/^"(.*)"$/, "$1"))
    .filter((name) => name !== "" && name !== "$user");

export const namespaceHandlers: Handlers = {
  CreateSchemaStmt: createSchema,
  CreateExtensionStmt: createExtension,
  VariableSetStmt: setVariable,
};
