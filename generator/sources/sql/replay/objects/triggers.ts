import type { CreateTrigStmt } from "libpg-query";
import type { Column, Relation, Trigger, Use } from "../../catalogue/catalogue.ts";
import type { Name } from "../../catalogue/entry.ts";
import { everything, findWords, firstGroup, written } from "../../parser/clauses.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { nameOf, printName, rangeName, stringsOf } from "../read-nodes.ts";
import { isMissing, requireRelation } from "../require.ts";
import { tableColumns } from "../queries/from-items.ts";
import { conditionColumns } from "../queries/query-columns.ts";
import { placeMember } from "./place-member.ts";
import { bindUses } from "../use-names.ts";

// The bits that PostgreSQL stores in `pg_trigger.tgtype`.
const timings: Readonly<Partial<Record<number, Trigger["timing"]>>> = {
  2: "before",
  64: "instead of",
};
const events: readonly (readonly [number, string])[] = [
  [4, "insert"],
  [16, "update"],
  [8, "delete"],
  [32, "truncate"],
];

/** Trigger functions that are part of PostgreSQL. */
const builtIn: ReadonlySet<string> = new Set([
  "tsvector_update_trigger",
  "tsvector_update_trigger_column",
  "suppress_redundant_updates_trigger",
]);

function createTrigger(node: CreateTrigStmt, context: Context): Verdict {
  const relation = requireRelation(context, rangeName(node.relation), "CREATE TRIGGER");
  const name = node.trigname ?? "";
  const routine = nameOf(stringsOf(node.funcname));
  const make = (): Trigger => ({
    kind: "trigger",
    ...newSubject(context, name),
    relation,
    timing: timings[(node.timing ?? 0) & 66] ?? "after",
    events: eventsOf(node),
    level: node.row === true ? "row" : "statement",
    ...conditionOf(context),
    routine,
    ...constraintOf(node),
    transitions: (node.transitionRels ?? []).flatMap((each) =>
      "TriggerTransition" in each ? (each.TriggerTransition.name ?? []) : [],
    ),
    uses: callOf(routine, context),
    readsColumns: [...awaitedColumns(node, relation), ...readsOf(node, relation, context)],
  });
  const list = relation.triggers;
  return placeMember(context, { list, name, isReplacing: node.replace === true, make });
}

/** `CONSTRAINT TRIGGER`, and whether it can wait for the end of the transaction. */
function constraintOf(node: CreateTrigStmt): Pick<Trigger, "constraint"> {
  if (node.isconstraint !== true) return {};
  if (node.deferrable !== true) return { constraint: "not deferrable" };
  return { constraint: node.initdeferred === true ? "initially deferred" : "initially immediate" };
}

function eventsOf({ events: bits = 0, columns }: CreateTrigStmt): readonly string[] {
  const names = stringsOf(columns).join(", ");
  return events
    .filter(([bit]) => (bits & bit) !== 0)
    .map(([, event]) => (event === "update" && names !== "" ? `update of ${names}` : event));
}

/** `UPDATE OF …` */
function awaitedColumns({ columns }: CreateTrigStmt, relation: Relation): readonly Column[] {
  const names = stringsOf(columns);
  const awaited = tableColumns(relation).flatMap(({ column }) => column ?? []);
  const found = awaited.filter(({ name }) => names.includes(name));
  for (const column of found) column.read = true;
  return found;
}

function readsOf(
  { whenClause }: CreateTrigStmt,
  relation: Relation,
  context: Context,
): readonly Column[] {
  const row = { relation, names: ["new", "old"], isPlain: false };
  return conditionColumns(whenClause, row, context);
}

function conditionOf(context: Context): Pick<Trigger, "condition"> {
  const clauses = context.clauses();
  const all = everything(clauses);
  const from = findWords(clauses, "when", all);
  const group = from === undefined ? undefined : firstGroup(clauses, { ...all, from });
  return group ? { condition: written(clauses, group) } : {};
}

/** PostgreSQL looks the function up when it makes the trigger. */
function callOf(name: Name, context: Context): readonly Use[] {
  const { session } = context;
  const target = { kind: "late routine", name, searchPath: session.searchPath } as const;
  const uses = bindUses(session, [{ role: "calls", target, location: context.place(0) }]);
  const isUnbound = uses.some((use) => use.target === target);
  const mayBeOfAnExtension = name.schema === undefined && session.catalogue.extensions.size > 0;
  if (isUnbound && !mayBeOfAnExtension && !builtIn.has(name.name) && isMissing(context, name)) {
    const args = { kind: "FUNCTION", name: printName(name), needed: "CREATE TRIGGER" };
    report(context, "sources/sql-missing-object", args);
  }
  return uses;
}

export const triggerHandlers: Handlers = { CreateTrigStmt: createTrigger };
