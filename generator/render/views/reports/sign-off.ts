import type { GateResult } from "#model/evaluation.ts";
import { itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import { conflictsOf, stageOf } from "#model/parts.ts";
import type { PageContext, View } from "../../view.ts";
import { criterionRows } from "./parts/criteria.ts";
import { decisionParts } from "./parts/decision.ts";
import { pageForEach, safeName } from "./parts/page.ts";
import { relatedTo } from "./parts/related.ts";
import { blockerRow, gateRow } from "./parts/rows.ts";
import { linksTo, namedAll, orNothing, shortPlace } from "./parts/text.ts";

const unjudged: GateResult = {
  because: [],
  requires: [],
  waivers: [],
  policyDiffers: false,
  signOff: {
    state: "unsigned",
    signatures: [],
    quorum: [],
    changes: { added: [], changed: [], removed: [] },
  },
  verdict: "UNDETERMINED",
  met: 0,
  notMet: 0,
  undetermined: 0,
  criteria: [],
  blockers: [],
};

const pathOf = ({ id }: Item<"gate">): string => `reports/gates/${safeName(itemName(id))}.md`;

/** The Go/No-Go report of a gate: its verdict, why, and who signed, and what that is worth. */
export const signOffView: View = pageForEach({
  name: "sign-off",
  kind: "gate",
  path: pathOf,
  title: ({ title }, words) => words("reports.sign-off-of", { title }),
  data: (gate, context) => {
    const result = context.evaluation.gates.get(gate.id) ?? unjudged;
    const { onGo, onNoGo, deciders } = gate.attributes;
    const { counts, date, stage, verdict, meaning } = gateRow(context, gate);
    return {
      ...{ counts, date, stage, verdict, meaning },
      text: context.prose(gate.description, 3),
      deciders: namedAll(context, gate, deciders),
      follows: onGo !== undefined || onNoGo !== undefined,
      onGo: orNothing(onGo),
      onNoGo: orNothing(onNoGo),
      criteria: criterionRows(context, result.criteria),
      ownDocument: ownDocument(context, gate, result),
      blockers: blockersOf(context, result),
      ...decisionParts(context, gate, result),
      conflicts: linksTo(context, conflictIds(context, gate)),
      related: relatedTo(context, gate),
      place: shortPlace(context, gate.location),
    };
  },
});

/** What is said where the page counts itself among the documents that must exist. */
function ownDocument(
  { graph, words }: PageContext,
  gate: Item<"gate">,
  result: GateResult,
): string {
  const isCounted = result.criteria.some((id) => {
    const item = graph.items.get(id);
    return item?.kind === "criterion" && item.attributes.metric === "deliverables.existing";
  });
  const own = itemsOf(graph, "deliverable").find(
    ({ attributes }) => attributes.page === pathOf(gate),
  );
  return isCounted && own ? words("gates.own-document", { name: own.title }) : "";
}

const blockersOf = (context: PageContext, { blockers }: GateResult) =>
  blockers.flatMap((id) => {
    const blocker = context.graph.items.get(id);
    return blocker?.kind === "blocker" ? [blockerRow(context, blocker)] : [];
  });

const conflictIds = ({ graph }: PageContext, gate: Item<"gate">) => {
  const stage = stageOf(graph, gate);
  const subjects = [gate.id, ...(stage ? [stage.id] : [])];
  return subjects.flatMap((id) => conflictsOf(graph, id).map((conflict) => conflict.id));
};
