import { rule } from "../rule.ts";
import { strangers } from "../schema.ts";

/** No policy guards a materialized view: whoever may read it reads all of it. */
export const materializedViewExposed = rule(
  "evaluate/schema-materialized-view-exposed",
  ({ graph, materializedViews, isExposed }) =>
    materializedViews.filter(isExposed).flatMap((item) => {
      const grants = (item.attributes.grants ?? []).filter(
        ({ role, privileges }) => strangers.has(role) && privileges.includes("select"),
      );
      if (grants.length === 0 || !readsGuarded(item.id)) return [];
      const origin = grants.find((grant) => grant.origin !== undefined)?.origin;
      const args = { view: item.title, roles: grants.map(({ role }) => role).join(", ") };
      const location = origin && { file: origin.file, line: origin.line };
      return [{ item, args, ...(location && { location }) }];

      function readsGuarded(id: typeof item.id): boolean {
        return (graph.outgoing.get(id) ?? []).some(({ role, target }) => {
          const read = role === "reads" && target ? graph.items.get(target) : undefined;
          return read?.kind === "table" && read.attributes.rowSecurity !== "off";
        });
      }
    }),
);
