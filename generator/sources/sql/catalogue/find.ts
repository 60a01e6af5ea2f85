import type { Catalogue, Relation, Routine, UserType } from "./catalogue.ts";
import type { LateName, Name } from "./entry.ts";
import { objectKey } from "./catalogue.ts";

type SearchPath = readonly string[];

const schemasOf = ({ schema }: Name, path: SearchPath): SearchPath =>
  schema === undefined ? path : [schema];

function findIn<Value>(
  objects: ReadonlyMap<string, Value>,
  name: Name,
  path: SearchPath,
): Value | undefined {
  for (const schema of schemasOf(name, path)) {
    const found = objects.get(objectKey(schema, name.name));
    if (found !== undefined) return found;
  }
  return undefined;
}

export const findRelation = (
  { relations }: Catalogue,
  name: Name,
  path: SearchPath,
): Relation | undefined => findIn(relations, name, path);

export const findType = (
  { types }: Catalogue,
  name: Name,
  path: SearchPath,
): UserType | undefined => findIn(types, name, path);

/** All overloads of the first schema that has the name. */
export const findRoutines = (
  { routines }: Catalogue,
  name: Name,
  path: SearchPath,
): readonly Routine[] => findIn(routines, name, path) ?? [];

/** What a name of a body leads to now; of overloads the first, for argument types are not inferred. */
export function findLate(
  catalogue: Catalogue,
  late: LateName,
): Relation | Routine | UserType | undefined {
  if (late.kind === "late relation") return findRelation(catalogue, late.name, late.searchPath);
  if (late.kind === "late type") return findType(catalogue, late.name, late.searchPath);
  return findRoutines(catalogue, late.name, late.searchPath)[0];
}
