import type { Graph } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { leadingTo, ledTo } from "../relations.ts";
import {
  type Access,
  type AccessRights,
  operations,
  type Operation,
  ownerIs,
  privilegeOf,
  tableAccess,
  usageOf,
} from "./effective-access.ts";
import { type AccessRole, ownerRole } from "./roles.ts";

/** What can be selected from. */
export type Reachable = Item<"table"> | Item<"view"> | Item<"materialized-view">;

/**
 * What PostgreSQL would answer the role, as far as the migrations tell. A view reads for its owner,
 * or with `security_invoker` for whoever asks: also when another view reads it.
 */
export function effectiveAccess(graph: Graph, relation: Reachable, role: AccessRole): AccessRights {
  const usage = usageOf(graph, relation, role);
  return accessOf(graph, relation, { asking: role, checked: role, usage });
}

interface Question {
  /** Who runs the query. */
  readonly asking: AccessRole;
  /** Whose privileges count here. */
  readonly checked: AccessRole;
  /** Views know what they read by number: there is no schema to be used. */
  readonly usage: Access["privilege"];
}

function accessOf(graph: Graph, relation: Reachable, question: Question): AccessRights {
  if (relation.kind === "table") {
    return tableAccess(graph, relation, { role: question.checked, usage: question.usage });
  }
  const through = relation.kind === "view" ? basesOf(graph, relation, question) : [];
  const accessFor = (operation: Operation): Access =>
    viewAccess(graph, relation, { ...question, operation, through });
  return {
    select: accessFor("select"),
    insert: accessFor("insert"),
    update: accessFor("update"),
    delete: accessFor("delete"),
  };
}

/** What the view itself may do with all that it reads. */
function basesOf(graph: Graph, view: Item<"view">, { asking }: Question): readonly AccessRights[] {
  const checked = view.attributes.securityInvoker
    ? asking
    : ownerRole(graph, view.attributes.owner);
  const kinds = ["table", "view", "materialized-view"] as const;
  const bases = kinds.flatMap((kind): readonly Reachable[] =>
    ledTo(graph, view.id, { role: "reads", kind }),
  );
  return bases.map((base) =>
    known(accessOf(graph, base, { asking, checked, usage: "given" }), checked),
  );
}

/** Who runs the migrations may be a superuser, whom nothing holds back. */
const known = (rights: AccessRights, { isMigrator }: AccessRole): AccessRights =>
  isMigrator ? mapRights(rights, (access) => (access.rows === "all" ? access : unknown)) : rights;

const unknown: Access = { privilege: "unknown", columns: [], rows: "all", policies: [] };
const refused: Access = { privilege: "missing", columns: [], rows: "none", policies: [] };

function mapRights(rights: AccessRights, change: (access: Access) => Access): AccessRights {
  const changed = operations.map((operation) => [operation, change(rights[operation])] as const);
  return Object.fromEntries(changed) as unknown as AccessRights;
}

interface Asked extends Question {
  readonly operation: Operation;
  readonly through: readonly AccessRights[];
}

function viewAccess(
  graph: Graph,
  view: Item<"view"> | Item<"materialized-view">,
  { operation, checked, usage, through }: Asked,
): Access {
  const isOwner = ownerIs(view.attributes.owner, checked);
  const own = privilegeOf(view, checked, { operation, usage, isOwner });
  if (own.privilege === "missing") return refused;
  const whole: Access = { ...own, rows: "all", policies: [] };
  switch (wayOf(graph, view, operation)) {
    case "none":
      return refused;
    case "itself":
      return whole;
    case "rule":
      return { ...whole, privilege: "unknown" };
    default:
      return combine(
        whole,
        through.map((rights) => rights[operation]),
      );
  }
}

/** How an operation on a view is done: by what it reads, by a trigger or rule, or not at all. */
function wayOf(
  graph: Graph,
  view: Item<"view"> | Item<"materialized-view">,
  operation: Operation,
): "none" | "itself" | "rule" | "bases" {
  if (view.kind === "materialized-view") return operation === "select" ? "itself" : "none";
  if (operation === "select") return "bases";
  const triggers = leadingTo(graph, view.id, { role: "applies-to", kind: "trigger" });
  const isDone = triggers.some(
    ({ attributes: { timing, events } }) =>
      timing === "instead of" && events.some((event) => event.startsWith(operation)),
  );
  if (isDone) return "itself";
  if (leadingTo(graph, view.id, { role: "applies-to", kind: "rule" }).length > 0) return "rule";
  return view.attributes.writable?.includes(operation) === true ? "bases" : "none";
}

/** All that a view reads must be allowed. Which columns it reads is not known. */
function combine(own: Access, bases: readonly Access[]): Access {
  if (bases.some(({ privilege }) => privilege === "missing")) return refused;
  const isUnknown = [own, ...bases].some(
    ({ privilege, columns }, at) => privilege === "unknown" || (at > 0 && columns.length > 0),
  );
  const rows = bases.map((each) => each.rows);
  const isAll = rows.every((each) => each === "all");
  const isNone = rows.length > 0 && rows.every((each) => each === "none");
  return {
    privilege: isUnknown ? "unknown" : "given",
    columns: own.columns,
    rows: isAll ? "all" : isNone ? "none" : "some",
    policies: [...new Set(bases.flatMap(({ policies }) => policies))],
  };
}
