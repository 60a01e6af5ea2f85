import type { A_Expr, Node, RangeVar, RoleSpec, TypeName } from "libpg-query";
import type { Name } from "../catalogue/entry.ts";

/** The texts of a list of `String` nodes, however it is wrapped. */
export function stringsOf(nodes: readonly Node[] | Node | undefined): readonly string[] {
  if (nodes === undefined) return [];
  if (isList(nodes)) return stringsOfAll(nodes);
  if ("List" in nodes) return stringsOf(nodes.List.items);
  if ("TypeName" in nodes) return stringsOf(nodes.TypeName.names);
  if ("A_Const" in nodes) return constantOf(nodes) ?? [];
  return "String" in nodes ? [nodes.String.sval ?? ""] : [];
}

function stringsOfAll(nodes: readonly Node[]): readonly string[] {
  const strings: string[] = [];
  for (const node of nodes) {
    if ("String" in node) strings.push(node.String.sval ?? "");
    else strings.push(...stringsOf(node));
  }
  return strings;
}

const isList = (nodes: readonly Node[] | Node): nodes is readonly Node[] => Array.isArray(nodes);

function constantOf(node: Extract<Node, { A_Const: unknown }>): readonly string[] | undefined {
  return node.A_Const.sval === undefined ? undefined : [node.A_Const.sval.sval ?? ""];
}

/** `public.catalogo` from its parts; a database name in front is dropped. */
export function nameOf(parts: readonly string[]): Name {
  const [name = "", schema] = parts.toReversed();
  return schema === undefined ? { name } : { schema, name };
}

export const rangeName = ({ schemaname, relname = "" }: RangeVar = {}): Name =>
  schemaname === undefined ? { name: relname } : { schema: schemaname, name: relname };

export const printName = ({ schema, name }: Name): string =>
  schema === undefined ? name : `${schema}.${name}`;

/** `public` is everybody; `current_user` and its like stay as they are written. */
export function roleNames(roles: readonly Node[] | undefined): readonly string[] {
  return (roles ?? []).flatMap((node) => ("RoleSpec" in node ? [roleName(node.RoleSpec)] : []));
}

export const roleName = ({ roletype, rolename }: RoleSpec): string =>
  rolename ?? roletype?.replace("ROLESPEC_", "").toLowerCase() ?? "";

/** The names that PostgreSQL prints for the short names of its grammar. */
const printedTypes: Readonly<Partial<Record<string, string>>> = {
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  float4: "real",
  float8: "double precision",
  bool: "boolean",
  bpchar: "character",
  varchar: "character varying",
  varbit: "bit varying",
  time: "time without time zone",
  timetz: "time with time zone",
  timestamp: "timestamp without time zone",
  timestamptz: "timestamp with time zone",
};

/** The canonical name of a type, without modifiers: what tells overloads apart. */
export function typeSignature(type: TypeName | undefined): string {
  const { schema, name } = nameOf(stringsOf(type?.names));
  const isOwn = schema !== undefined && schema !== "pg_catalog" && schema !== "public";
  const printed = isOwn ? `${schema}.${name}` : (printedTypes[name] ?? name);
  return `${printed}${"[]".repeat(type?.arrayBounds?.length ? 1 : 0)}`;
}

/** A text, even when it is cast or concatenated from constants; undefined when it is computed. */
export function constantText(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if ("A_Const" in node) return constantOf(node)?.[0];
  if ("TypeCast" in node) return constantText(node.TypeCast.arg);
  if ("NamedArgExpr" in node) return constantText(node.NamedArgExpr.arg);
  return "A_Expr" in node ? concatenated(node.A_Expr) : undefined;
}

function concatenated({ name, lexpr, rexpr }: A_Expr): string | undefined {
  if (stringsOf(name).join("") !== "||") return undefined;
  const [left, right] = [constantText(lexpr), constantText(rexpr)];
  return left === undefined || right === undefined ? undefined : left + right;
}
