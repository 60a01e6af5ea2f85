import type { Node } from "libpg-query";
import { objectKey } from "../../catalogue/catalogue.ts";
import type { Definition } from "../../catalogue/standalone.ts";
import type { Context } from "../context.ts";
import { nameOf, stringsOf, typeSignature } from "../read-nodes.ts";

/** From the parser's kinds to PostgreSQL's words, for what is known by name and text alone. */
export const definitionKinds: Readonly<Partial<Record<string, string>>> = {
  OBJECT_OPERATOR: "operator",
  OBJECT_COLLATION: "collation",
  OBJECT_TSCONFIGURATION: "text search configuration",
  OBJECT_TSDICTIONARY: "text search dictionary",
  OBJECT_TSPARSER: "text search parser",
  OBJECT_TSTEMPLATE: "text search template",
  OBJECT_CAST: "cast",
  OBJECT_OPCLASS: "operator class",
  OBJECT_OPFAMILY: "operator family",
  OBJECT_LANGUAGE: "language",
  OBJECT_FDW: "foreign data wrapper",
  OBJECT_FOREIGN_SERVER: "foreign server",
  OBJECT_ACCESS_METHOD: "access method",
  OBJECT_CONVERSION: "conversion",
  OBJECT_TRANSFORM: "transform",
};

/** The key under which the catalogue keeps a definition. */
export const definitionKey = (kind: string, namespace: string | undefined, name: string): string =>
  `${kind}\0${objectKey(namespace ?? "", name)}`;

/** The definition that a node names. */
export function findDefinition(
  objectKind: string,
  object: Node,
  { session }: Context,
): Definition | undefined {
  const kind = definitionKinds[objectKind] ?? "";
  const { schema, name } = writtenName(objectKind, object);
  const places = schema === undefined ? [...session.searchPath, undefined] : [schema];
  const { definitions } = session.catalogue;
  const found = places.flatMap((place) => definitions.get(definitionKey(kind, place, name)) ?? []);
  return found[0];
}

/** `hstore language plpython3u` */
export const transformName = (type: string, language: string): string =>
  `${type} language ${language}`;

const signatureOf = (nodes: readonly Node[] | undefined): readonly string[] =>
  (nodes ?? []).map((node) => ("TypeName" in node ? typeSignature(node.TypeName) : "NONE"));

function transformOf(object: Node): string {
  const [type, language] = "List" in object ? (object.List.items ?? []) : [];
  return transformName(signatureOf(type && [type]).join(""), stringsOf(language).join(""));
}

/** As `CREATE` would have named it: operators with their operands, classes with their method. */
function writtenName(objectKind: string, object: Node) {
  if ("ObjectWithArgs" in object) {
    const { objname, objargs } = object.ObjectWithArgs;
    const named = nameOf(stringsOf(objname));
    return { ...named, name: `${named.name}(${signatureOf(objargs).join(", ")})` };
  }
  if (objectKind === "OBJECT_CAST") {
    const items = "List" in object ? object.List.items : undefined;
    return { schema: undefined, name: signatureOf(items).join(" as ") };
  }
  const parts = stringsOf(object);
  if (objectKind === "OBJECT_TRANSFORM") return { schema: undefined, name: transformOf(object) };
  if (objectKind !== "OBJECT_OPCLASS" && objectKind !== "OBJECT_OPFAMILY") return nameOf(parts);
  const named = nameOf(parts.slice(1));
  return { ...named, name: `${named.name} using ${parts[0] ?? ""}` };
}
