import type { Removal } from "#model/recorded.ts";
import type { CatalogueObject } from "../catalogue/catalogue.ts";
import { describe } from "./describe.ts";
import { migrationId } from "./identify.ts";
import { relationName } from "./names.ts";

/** What a migration removed, without what went because its table did. */
export const removedObjects = (objects: readonly CatalogueObject[]): readonly Removal[] =>
  objects
    .filter((object) => !("relation" in object && object.relation.dropped === true))
    .map((object) => ({
      kind: object.kind,
      name: nameOf(object),
      createdBy: migrationId(object.created.migration),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

function nameOf(object: CatalogueObject): string {
  if (object.kind === "column" || !("relation" in object)) return describe(object).title;
  return `${relationName(object.relation)}.${object.name}`;
}
