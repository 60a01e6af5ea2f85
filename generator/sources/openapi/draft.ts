import type { LocatedData } from "#data/index.ts";
import type { SourceFile } from "../files.ts";
import type { Dialect } from "./dialect.ts";
import { child, elementsOf, fieldsOf, isObject, type Node } from "./node.ts";
import type { ProjectFiles } from "./references/project-files.ts";
import { follow, type Survey } from "./references/survey.ts";

/** A document that was read and walked, before its parts have names in the project. */
export interface Draft {
  readonly file: SourceFile;
  readonly data: LocatedData;
  readonly root: Node;
  readonly dialect: Dialect;
  readonly survey: Survey;
  readonly operations: readonly FoundOperation[];
}

export interface FoundOperation {
  /** Upper case, or as it is sent. */
  readonly method: string;
  readonly path: string;
  readonly webhook: boolean;
  readonly node: Node;
  readonly pathItem: Node;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Since 3.1 `webhooks`; what many wrote before, and still write, is read as the same. */
const webhookFields: readonly string[] = ["webhooks", "x-webhooks"];

/** The operations of a document in its order, those of its webhooks last. */
export function findOperations(
  root: Node,
  { family }: Dialect,
  files: ProjectFiles,
): readonly FoundOperation[] {
  const fields = ["paths", ...(family.startsWith("3") ? webhookFields : [])];
  return fields.flatMap((field) =>
    fieldsOf(child(root, field))
      .filter(([path]) => !path.startsWith("x-"))
      .flatMap(([path, written]) => {
        const pathItem = follow(written, files);
        return operationsOf(pathItem, family, files).map(({ method, node }) => ({
          method,
          path,
          webhook: field !== "paths",
          node,
          pathItem: pathItem ?? written,
        }));
      }),
  );
}

/** The operations of one path, those of 3.2's `additionalOperations` among them. */
export function operationsOf(
  pathItem: Node | undefined,
  family: Dialect["family"],
  files: ProjectFiles,
): readonly { readonly method: string; readonly node: Node }[] {
  const known = family === "3.2" ? [...methods, "query"] : methods;
  const named = fieldsOf(pathItem).filter(([key]) => known.includes(key));
  const additional = family === "3.2" ? fieldsOf(child(pathItem, "additionalOperations")) : [];
  return [
    ...named.map(([key, node]) => ({ method: key.toUpperCase(), node })),
    // Other methods are written as they are sent.
    ...additional.map(([method, node]) => ({ method, node })),
    // No version has references here, and many a document does: they are followed all the same.
  ].map(({ method, node }) => ({ method, node: follow(node, files) ?? node }));
}

/** The named schemas of a document, wherever its version keeps them. */
export const componentSchemas = (root: Node): readonly (readonly [string, Node])[] =>
  [
    ...fieldsOf(child(child(root, "components"), "schemas")),
    ...fieldsOf(child(root, "definitions")),
  ].filter(([, { value }]) => isObject(value) || typeof value === "boolean");

/** The tags of an operation as written, each once. */
export const tagsOf = (operation: Node): readonly (readonly [string, Node])[] => [
  ...new Map(
    elementsOf(child(operation, "tags"))
      .filter(({ value }) => typeof value === "string" || typeof value === "number")
      .map((node) => [String(node.value), node] as const),
  ),
];
