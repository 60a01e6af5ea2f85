import type { LinkRole } from "#model/links/link-role.ts";
import type { Location } from "#model/location.ts";
import type { NamedObjects } from "../analysis/collect-names.ts";
import { isLate, type Use } from "../catalogue/catalogue.ts";
import type { LateName, Name } from "../catalogue/entry.ts";
import { findLate } from "../catalogue/find.ts";
import type { Session } from "./context.ts";

const kinds = {
  reads: "late relation",
  writes: "late relation",
  refreshes: "late relation",
  calls: "late routine",
} as const;

/** Names that are looked up when the statement runs, each role and name once. */
export function lateUses(
  names: NamedObjects,
  searchPath: readonly string[],
  location: Location,
): readonly Use[] {
  const uses = new Map<string, Use>();
  const add = (role: LinkRole, kind: LateName["kind"], name: Name) => {
    const key = `${role} ${name.schema ?? ""}\0${name.name}`;
    uses.set(key, { role, target: { kind, name, searchPath }, location });
  };
  for (const role of ["reads", "writes", "refreshes", "calls"] as const) {
    for (const name of names[role]) add(role, kinds[role], name);
  }
  return [...uses.values()];
}

/** Names that PostgreSQL looks up now, as in the query of a view: they follow a later rename. */
export function bindUses({ catalogue }: Session, uses: readonly Use[]): readonly Use[] {
  return uses.map((use) => {
    const { target } = use;
    return isLate(target) ? { ...use, target: findLate(catalogue, target) ?? target } : use;
  });
}
