import type { Catalogue, CatalogueObject } from "./catalogue.ts";
import type { OwnedEntry } from "./entry.ts";

/** Every object that has rights of its own. */
export const ownedObjects = ({
  relations,
  routines,
  types,
  namespaces,
  access,
  publications,
  eventTriggers,
  definitions,
}: Catalogue): readonly (CatalogueObject & OwnedEntry)[] => [
  ...relations.values(),
  ...[...routines.values()].flat(),
  ...types.values(),
  ...namespaces.values(),
  ...access.impliedNamespaces.values(),
  ...publications.values(),
  ...eventTriggers.values(),
  ...definitions.values(),
];

/** Whether an object lies in a schema. */
export const isNamespaced = (
  object: CatalogueObject,
): object is CatalogueObject & { readonly namespace: string } => "namespace" in object;
