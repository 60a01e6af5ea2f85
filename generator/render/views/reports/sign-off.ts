import type { GateResult } from "#model/evaluation.ts";
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

/** The Go/No-Go report of a gate: its verdict, why, and who signed, and what that is worth. */
export const signOffView: View = pageForEach({
  name: "sign-off",
  kind: "gate",
  path: ({ id }) => `reports/gates/${safeName(itemName(id))}.md`,
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
      blockers: blockersOf(context, result),
      ...decisionParts(context, gate, result),
      conflicts: linksTo(context, conflictIds(context, gate)),
      related: relatedTo(context, gate),
      place: shortPlace(context, gate.location),
    };
  },
});

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
