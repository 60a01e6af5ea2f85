import { diagnose } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { type CatalogueObject, isLate, type Use } from "../../catalogue/catalogue.ts";
import { findLate, findRoutines } from "../../catalogue/find.ts";
import type { Context } from "../context.ts";

type NamedUse = Pick<Use, "role" | "target">;

/**
 * Reports that objects are created which no text shows: by a function that the statement calls, or
 * by the trigger of a table that it writes.
 */
export function reportDefinitions(
  uses: readonly NamedUse[],
  statement: string,
  context: Context,
): void {
  const defines = definitionsBehind(uses, context, new Set());
  if (defines.length === 0) return;
  const related = defines.slice(0, 3).map((place) => ({ ...place, message: "EXECUTE" }));
  const location = context.place(0);
  context.session.diagnostics.push(
    diagnose("sources/sql-dynamic", { statement }, { location, related }),
  );
}

/** Where what is called, or what a written table triggers, creates objects; each object once. */
function definitionsBehind(
  uses: readonly NamedUse[],
  context: Context,
  seen: Set<CatalogueObject>,
): readonly Location[] {
  const objects = uses
    .filter(({ role }) => role === "calls" || role === "writes")
    .flatMap(({ target }) => targetsOf(target, context))
    .filter((object) => !seen.has(object));
  for (const object of objects) seen.add(object);
  return objects.flatMap((object) => {
    if (object.kind === "function") {
      const { defines, uses } = object.effects();
      return [...defines, ...definitionsBehind(uses, context, seen)];
    }
    const triggers = object.kind === "table" ? object.triggers : [];
    return triggers.flatMap((trigger) => definitionsBehind(trigger.uses, context, seen));
  });
}

/** Which overload is called depends on types that are not known: all of them may be. */
function targetsOf(target: Use["target"], { session }: Context): readonly CatalogueObject[] {
  if (!isLate(target)) return [target];
  if (target.kind === "late routine") {
    return findRoutines(session.catalogue, target.name, target.searchPath);
  }
  const found = findLate(session.catalogue, target);
  return found === undefined ? [] : [found];
}
