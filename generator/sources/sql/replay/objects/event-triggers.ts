import type { AlterEventTrigStmt, CreateEventTrigStmt } from "libpg-query";
import type { EventTrigger } from "../../catalogue/catalogue.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { nameOf, stringsOf } from "../read-nodes.ts";
import { defElems } from "../tables/options.ts";
import { bindUses } from "../use-names.ts";

function createEventTrigger(node: CreateEventTrigStmt, context: Context): Verdict {
  const { session } = context;
  const { eventTriggers } = session.catalogue;
  const name = node.trigname ?? "";
  if (eventTriggers.has(name)) {
    if (context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  const routine = nameOf(stringsOf(node.funcname));
  const target = {
    kind: "late routine",
    name: routine,
    searchPath: session.searchPath,
  } as const;
  eventTriggers.set(name, {
    kind: "event-trigger",
    ...newSubject(context, name),
    event: node.eventname ?? "",
    tags: defElems(node.whenclause).flatMap(({ arg }) => stringsOf(arg)),
    routine,
    uses: bindUses(session, [{ role: "calls", target, location: context.place(0) }]),
  });
  return "modelled";
}

/** When a trigger fires, by the letter that PostgreSQL keeps; it fires at the origin by default. */
const firings: Readonly<Partial<Record<string, NonNullable<EventTrigger["enabled"]>>>> = {
  D: "never",
  R: "replica",
  A: "always",
};

function alterEventTrigger(node: AlterEventTrigStmt, context: Context): Verdict {
  const trigger = context.session.catalogue.eventTriggers.get(node.trigname ?? "");
  if (trigger === undefined) return "passed over";
  const enabled = firings[node.tgenabled ?? ""];
  changing(context, [trigger], () => {
    if (enabled === undefined) delete trigger.enabled;
    else trigger.enabled = enabled;
  });
  return "modelled";
}

export const eventTriggerHandlers: Handlers = {
  CreateEventTrigStmt: createEventTrigger,
  AlterEventTrigStmt: alterEventTrigger,
};
