import type { Node } from "libpg-query";
import { defaultPrivilegeHandlers } from "./access/default-privileges.ts";
import { grantHandlers } from "./access/grants.ts";
import { ownerHandlers } from "./access/owners.ts";
import { roleHandlers } from "./access/roles.ts";
import { doHandlers } from "./calls/do-blocks.ts";
import { queryHandlers } from "./calls/queries.ts";
import {
  type Context,
  contentOf,
  type Handlers,
  type NodeName,
  report,
  type Verdict,
} from "./context.ts";
import { checkStatement } from "./checks/index.ts";
import { commentHandlers } from "./objects/comments.ts";
import { definitionHandlers } from "./definitions/define.ts";
import { dropHandlers } from "./objects/drops.ts";
import { eventTriggerHandlers } from "./objects/event-triggers.ts";
import { indexHandlers } from "./objects/indexes/create-index.ts";
import { namespaceHandlers } from "./objects/namespaces.ts";
import { policyHandlers } from "./objects/policies.ts";
import { publicationHandlers } from "./objects/publications.ts";
import { renameHandlers } from "./objects/renaming/renames.ts";
import { routineHandlers } from "./routines/create-routine.ts";
import { ruleHandlers } from "./objects/rules.ts";
import { sequenceHandlers } from "./objects/sequences.ts";
import { triggerHandlers } from "./objects/triggers.ts";
import { typeHandlers } from "./objects/types.ts";
import { viewHandlers } from "./objects/views.ts";
import { recordOperations } from "./operations/record-operations.ts";
import { passedOver } from "./passed-over.ts";
import { alterTableHandlers } from "./tables/alter-table.ts";
import { createTableHandlers } from "./tables/create-table.ts";
import { foreignTableHandlers } from "./tables/foreign-tables.ts";

/** What takes each kind of statement in; a new family is a file and a line here. */
const families: readonly Handlers[] = [
  namespaceHandlers,
  createTableHandlers,
  foreignTableHandlers,
  alterTableHandlers,
  indexHandlers,
  viewHandlers,
  routineHandlers,
  triggerHandlers,
  policyHandlers,
  typeHandlers,
  sequenceHandlers,
  publicationHandlers,
  eventTriggerHandlers,
  ruleHandlers,
  definitionHandlers,
  roleHandlers,
  grantHandlers,
  defaultPrivilegeHandlers,
  ownerHandlers,
  commentHandlers,
  dropHandlers,
  renameHandlers,
  queryHandlers,
  doHandlers,
];

type AnyHandler = (body: unknown, context: Context) => Verdict;

const handlers: ReadonlyMap<string, AnyHandler> = new Map(
  families.flatMap((family) => Object.entries(family) as [string, AnyHandler][]),
);

/** Takes one node of the parser's tree in. */
export function replayNode(node: Node, context: Context): Verdict {
  const content = contentOf(node);
  const { name, body } = content;
  recordOperations(content, context);
  const handler = handlers.get(name);
  if (handler !== undefined) {
    const verdict = handler(body, context);
    if (verdict !== "not understood") checkStatement(content, context);
    return verdict;
  }
  if (passedOver.has(name as NodeName)) return "passed over";
  report(context, "sources/sql-not-modelled", { statement: headOf(context) });
  return "not understood";
}

/** The words that a statement starts with: `CREATE EVENT TRIGGER`. */
function headOf(context: Context): string {
  const { tokens } = context.clauses();
  const words = tokens.slice(0, 5).map(({ word }) => word.toUpperCase());
  const kind = words.filter((word) => /^\w+$/.test(word) && word !== "OR" && word !== "REPLACE");
  return kind.slice(0, 2).join(" ");
}
