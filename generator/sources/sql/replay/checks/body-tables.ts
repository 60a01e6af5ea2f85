import { diagnose } from "#diagnostics/index.ts";
import { type Catalogue, isLate, type Routine } from "../../catalogue/catalogue.ts";
import type { LateName } from "../../catalogue/entry.ts";
import { findLate } from "../../catalogue/find.ts";
import type { Session } from "../context.ts";
import { printName } from "../read-nodes.ts";
import { isOurs } from "../require.ts";
import { placeOf } from "./place-of.ts";

/** Reports tables that functions name and that are not there, with all migrations applied. */
export function checkTables(session: Session): void {
  const { catalogue, diagnostics } = session;
  const routines = [...catalogue.routines.values()].flat();
  const passing = passingNames(catalogue, routines);
  for (const routine of routines) {
    const seen = new Set<string>();
    for (const { role, target, location } of routine.effects().uses) {
      // Which views a loop refreshes is only guessed from its texts.
      if (role === "refreshes" || !isLate(target) || !isMissing(target, catalogue)) continue;
      const table = printName(target.name);
      if (passing.has(target.name.name) || seen.has(table)) continue;
      seen.add(table);
      const args = { routine: `${routine.namespace}.${routine.name}`, table };
      const place = placeOf(routine, table, location);
      diagnostics.push(diagnose("sources/sql-body-needs", args, { location: place }));
    }
  }
}

const isMissing = (late: LateName, catalogue: Catalogue): boolean =>
  late.kind === "late relation" &&
  findLate(catalogue, late) === undefined &&
  !late.name.name.startsWith("pg_") &&
  isOurs(catalogue, late.name, late.searchPath);

const creation =
  /\b(?:create\s[\w\s]*\b(?:table|view|sequence)\s+(?:if\s+not\s+exists\s+)?|into\s+temp(?:orary)?\s+(?:table\s+)?)(?:[\w"]+\.)?"?(\w+)/gi;

/** What is there only while a function runs: tables that bodies make, and the rows of a trigger. */
function passingNames(
  { relations, unknown }: Catalogue,
  routines: readonly Routine[],
): ReadonlySet<string> {
  const made = routines.flatMap(({ body }) =>
    [...body.matchAll(creation)].map(([, name = ""]) => name.toLowerCase()),
  );
  const tables = [...relations.values(), ...unknown.values()];
  const rows = tables.flatMap(({ triggers }) => triggers.flatMap(({ transitions }) => transitions));
  return new Set([...made, ...rows]);
}
