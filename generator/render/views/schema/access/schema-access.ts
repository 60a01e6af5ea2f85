import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, View } from "../../../view.ts";
import { accessPath, indexPath } from "../layout.ts";
import { tablesIn } from "../lists/object-lists.ts";
import { accessLetters } from "./access-rows.ts";
import { type AccessRole, accessRoles, hasAccess } from "./roles.ts";

/** Who reaches what: every role and every table, grants and row security taken together. */
export const schemaAccess: View = {
  template: "schema-access",
  target: "schema",
  plan: (graph) => {
    const [first] = itemsOf(graph, "table");
    if (first === undefined || !hasAccess(graph)) return [];
    return [
      {
        path: accessPath,
        title: (words) => words("schema.access"),
        origins: [first.location],
        data: accessData,
      },
    ];
  },
};

/** More roles than this make a table too wide: the next ones get a table of their own. */
const mostRoles = 4;

function accessData(context: PageContext): object {
  const { graph, words } = context;
  const roles = accessRoles(graph);
  const groups = Array.from({ length: Math.ceil(roles.length / mostRoles) }, (_, index) =>
    roles.slice(index * mostRoles, (index + 1) * mostRoles),
  );
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    roles: roles.map((role) => roleRow(role, context)),
    namespaces: namespacesWithTables(graph).map((namespace) => ({
      namespace: context.link(namespace.id),
      groups: groups.map((group) => ({
        roles: group.map(({ name }) => name),
        tables: tablesIn(graph, namespace.title).map((table) => ({
          table: context.link(table.id),
          cells: group.map((role) => accessLetters(table, role, context)),
        })),
      })),
    })),
  };
}

const namespacesWithTables = (graph: Graph): readonly Item<"namespace">[] =>
  itemsOf(graph, "namespace").filter(({ title }) => tablesIn(graph, title).length > 0);

function roleRow(role: AccessRole, { words }: PageContext): object {
  const { name, isKnown, isSuperuser, bypassesRowSecurity, identities } = role;
  const groups = [...identities].filter((each) => each !== name && each !== "public");
  const notes = [
    isKnown ? "" : words("schema.role-outside"),
    isSuperuser ? words("schema.role-superuser") : "",
    bypassesRowSecurity ? words("schema.role-bypasses") : "",
    groups.length === 0 ? "" : words("schema.role-in", { roles: groups.join(", ") }),
  ];
  return { name, notes: notes.filter((note) => note !== "").join("; ") };
}
