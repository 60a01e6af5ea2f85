import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, View } from "../../../view.ts";
import { accessPath, indexPath } from "../layout.ts";
import { membersOf, tablesIn } from "../lists/object-lists.ts";
import { partitionsOf } from "../partitions.ts";
import { linksFrom } from "../relations.ts";
import { accessLetters, reachesMore } from "./access-rows.ts";
import { actingForOwner, mayExecute } from "./execute-access.ts";
import type { Reachable } from "./relation-access.ts";
import { type AccessRole, accessRoles, hasAccess } from "./roles.ts";

/** Who reaches what: every role, and every table, view and function that acts for its owner. */
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
    namespaces: reachedNamespaces(graph).map((namespace) => ({
      namespace: context.link(namespace.id),
      groups: groups.map((group) => ({
        roles: group.map(({ name }) => name),
        relations: reachableIn(graph, namespace.title).flatMap((relation) =>
          relationRows(relation, group, context),
        ),
      })),
    })),
    functions: functionGroups(groups, context),
  };
}

const reachableIn = (graph: Graph, namespace: string): readonly Reachable[] => [
  ...tablesIn(graph, namespace),
  ...membersOf(graph, "view", namespace),
  ...membersOf(graph, "materialized-view", namespace),
];

/** A partition that somebody names is not guarded by its parent: it stands there when it lets through more. */
function relationRows(
  relation: Reachable,
  roles: readonly AccessRole[],
  context: PageContext,
): readonly object[] {
  const { graph, words } = context;
  const cellsOf = (each: Reachable) => roles.map((role) => accessLetters(each, role, context));
  const cells = cellsOf(relation);
  const own = { relation: context.link(relation.id), note: noteOn(relation, context), cells };
  if (relation.kind !== "table") return [own];
  const partitions = partitionsOf(graph, relation).map(({ partition }) => ({
    relation: context.link(partition.id),
    note: words("schema.access-partition"),
    cells: cellsOf(partition),
  }));
  return [own, ...partitions.filter((each) => reachesMore(each.cells, cells))];
}

function noteOn({ kind, attributes }: Reachable, { words }: PageContext): string {
  if (kind === "table") return "";
  if (kind === "materialized-view") return words("schema.access-stored");
  const { owner } = attributes;
  if (attributes.securityInvoker) return words("schema.access-invoker");
  return owner === undefined
    ? words("schema.access-definer")
    : words("schema.access-definer-of", { owner });
}

/** Who may call a function gets what its owner may do. */
function functionGroups(
  groups: readonly (readonly AccessRole[])[],
  context: PageContext,
): readonly object[] {
  const { graph } = context;
  const functions = actingForOwner(graph);
  if (functions.length === 0) return [];
  return groups.map((group) => ({
    roles: group.map(({ name }) => name),
    functions: functions.map((routine) => ({
      routine: context.link(routine.id),
      owner: routine.attributes.owner ?? "",
      cells: group.map((role) => executeSigns[mayExecute(graph, routine, role)]),
      writes: linksFrom(routine.id, "writes", context),
    })),
  }));
}

const executeSigns = { given: "✓", missing: "—", unknown: "?" } as const;

const reachedNamespaces = (graph: Graph): readonly Item<"namespace">[] =>
  itemsOf(graph, "namespace").filter(({ title }) => reachableIn(graph, title).length > 0);

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
