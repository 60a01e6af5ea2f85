import type { SchemaObject } from "#model/schema/change.ts";
import type { Catalogue, CatalogueObject } from "../catalogue/catalogue.ts";
import { describe } from "./describe.ts";
import { identify } from "./identify.ts";
import { relationName } from "./names.ts";

/** The catalogue as it is now, one plain object for each of its own: to be compared with another. */
export const schemaObjects = (catalogue: Catalogue): readonly SchemaObject[] =>
  [...identify(catalogue)].map(([object, id]) => {
    const { title, attributes } = describe(object);
    const { kind, created } = object;
    const owner = ownerOf(object);
    const { file, line = 0, column = 0 } = created.location;
    return {
      kind,
      id,
      name: owner !== undefined && "relation" in object ? `${owner}.${object.name}` : title,
      localName: owner === undefined ? title : title.replace(`${owner}.`, ""),
      ...(owner !== undefined && { owner }),
      attributes: { ...attributes, ...outputOf(object) },
      location: created.location,
      origin: `${file}:${String(line)}:${String(column)}`,
    };
  });

function ownerOf(object: CatalogueObject): string | undefined {
  if ("relation" in object) return relationName(object.relation);
  return "namespace" in object && object.kind !== "extension" ? object.namespace : undefined;
}

/** The columns that a view shows, where its query tells them: they are no objects of their own. */
function outputOf(object: CatalogueObject): { readonly output?: readonly string[] } {
  const isView = object.kind === "view" || object.kind === "materialized-view";
  return isView && object.columns.length > 0
    ? { output: object.columns.map(({ name }) => name) }
    : {};
}
