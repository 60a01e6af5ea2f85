import type { CriterionResult, WaiverResult } from "#model/evaluation.ts";
import type { Waiver } from "#model/evidence.ts";
import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { daysBetween } from "../criteria/measurements.ts";

/** What the waivers of a gate are worth on the day that counts. */
export function judgeWaivers(
  graph: Graph,
  gate: Item<"gate">,
  { criteria, resultOf, now }: WaivedCriteria,
): readonly WaiverResult[] {
  return gate.attributes.waivers.map((waiver): WaiverResult => {
    const id = criteria.find((each) => itemName(each) === waiver.criterion);
    const item = id && graph.items.get(id);
    if (item?.kind !== "criterion") return { ...waiver, state: "unknown-criterion" };
    const daysLeft = now === undefined ? undefined : daysBetween(now, lastMoment(waiver));
    const state = stateOf(item, resultOf(item.id), daysLeft);
    return { ...waiver, item: item.id, state, ...(daysLeft !== undefined && { daysLeft }) };
  });
}

interface WaivedCriteria {
  readonly criteria: readonly ItemId[];
  readonly resultOf: (id: ItemId) => CriterionResult["result"];
  readonly now: string | undefined;
}

/** A waiver without a time holds until its day is over. */
const lastMoment = ({ expires }: Waiver): string =>
  expires.includes("T") ? expires : `${expires}T23:59:59Z`;

function stateOf(
  { attributes }: Item<"criterion">,
  result: CriterionResult["result"],
  daysLeft: number | undefined,
): WaiverResult["state"] {
  if (!attributes.waivable) return "not-waivable";
  if (daysLeft === undefined) return "no-date";
  if (daysLeft < 0) return "expired";
  return result === "met" ? "not-needed" : "in-force";
}
