import type { Catalogue, Column, Routine, UserType } from "../../../catalogue/catalogue.ts";
import { isLate } from "../../../catalogue/catalogue.ts";
import type { Entry } from "../../../catalogue/entry.ts";
import { findLate } from "../../../catalogue/find.ts";
import { quoteName } from "../../../facts/quote.ts";
import { typeName, typeUse } from "../../../facts/type-use.ts";

/** A type that gets another name or schema: what is of the type is written with the new one. */
export function renameType(catalogue: Catalogue, type: UserType, change: () => void): void {
  const old = { namespace: type.namespace, name: type.name };
  const isOfType = (written: string, namespace: string, entry: Entry): boolean =>
    typeUse(written, namespace, entry).some(
      ({ target }) => isLate(target) && findLate(catalogue, target) === type,
    );
  const columns = [...catalogue.relations.values()].flatMap((relation) =>
    relation.columns.filter((column) => isOfType(column.type, relation.namespace, column)),
  );
  const routines = [...catalogue.routines.values()]
    .flat()
    .filter((routine) =>
      [...routine.arguments.map((each) => each.type), routine.returns].some((written) =>
        isOfType(written, routine.namespace, routine),
      ),
    );
  change();
  for (const column of columns) column.type = retyped(column.type, type, column.relation.namespace);
  for (const routine of routines) retypeRoutine(routine, old, type);
}

type Named = Pick<UserType, "namespace" | "name">;

/** The schema stays away where it was, unless the type is not found without it. */
function retyped(written: string, { namespace, name }: Named, from: Column["name"]): string {
  return written.replace(typeName, (found, schema: string | undefined) => {
    const before = /^setof\s+/i.exec(found)?.[0] ?? "";
    const isPlain = schema === undefined && (namespace === from || namespace === "public");
    return `${before}${isPlain ? "" : `${quoteName(namespace)}.`}${quoteName(name)}`;
  });
}

/** Overloads are told apart by signatures, which name types without quotes. */
function retypeRoutine(routine: Routine, old: Named, type: Named): void {
  const names = new Map([
    [old.name, type.name],
    [`${old.namespace}.${old.name}`, `${type.namespace}.${type.name}`],
  ]);
  const renamed = (written: string): string => {
    const [, name = "", rest = ""] = /^(.*?)((?:\[\])?)$/.exec(written) ?? [];
    return (names.get(name) ?? name) + rest;
  };
  const isNamed = (written: string): boolean =>
    [old.name, quoteName(old.name)].some((name) => written.includes(name));
  const replace = (written: string): string =>
    isNamed(written) ? retyped(written, type, routine.namespace) : written;
  Object.assign(routine, {
    signature: routine.signature.map(renamed),
    arguments: routine.arguments.map((each) => ({ ...each, type: replace(each.type) })),
    returns: replace(routine.returns),
  });
}
