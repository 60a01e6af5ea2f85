import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, View } from "../../../view.ts";
import { register } from "../parts/page.ts";
import { label, notesOf, orNothing, rowOf } from "../parts/text.ts";

/** Risks, the worst first, with what is done about them and what if they come true. */
export const risksView: View = register({
  name: "risks",
  path: "reports/risks.md",
  shows: ["risk"],
  data: (context) => {
    const risks = itemsOf(context.graph, "risk").toSorted((a, b) => rank(b) - rank(a));
    return {
      risks: risks.map((risk) => riskRow(context, risk)),
      notes: notesOf(context, risks),
    };
  },
});

const severities = ["low", "medium", "high", "critical"];
const rank = ({ attributes }: Item<"risk">): number => severities.indexOf(attributes.severity);

const riskRow = (context: PageContext, risk: Item<"risk">) => ({
  ...rowOf(context, risk),
  severity: label(context, "severity", risk.attributes.severity),
  mitigation: orNothing(risk.attributes.mitigation),
  contingency: orNothing(risk.attributes.contingency),
});
