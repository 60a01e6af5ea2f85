import { type Graph, itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, itemId } from "#model/item.ts";
import { inOrder } from "#model/parts.ts";
import type { PlanChange, PlanField, PlanReason } from "#model/programme/plan-change.ts";
import type { LinkText, PageContext } from "../../../view.ts";
import { linkTo, nothing, shownDate } from "../parts/text.ts";

/** The stages whose plan is compared with an earlier version, in order. */
export const comparedStages = (graph: Graph): readonly Item<"stage">[] =>
  itemsOf(graph, "stage")
    .filter(({ attributes }) => attributes.planChange !== undefined)
    .toSorted(inOrder);

type Move = PlanChange["moves"][number];

/** What moved in a stage since a version: one row for each field, with the commits that say why. */
export function versionOf(context: PageContext, stage: Item<"stage">) {
  const { since = "", commit = "", moves = [] } = stage.attributes.planChange ?? {};
  return {
    stage: linkTo(context, stage.id),
    since,
    commit: commitLink(context, { hash: commit, subject: commit.slice(0, shortest) }),
    rows: moves.flatMap((move) => rowsOf(context, move)),
  };
}

function rowsOf(context: PageContext, move: Move) {
  const { change, id, title, fields } = move;
  const item = context.graph.items.get(id as ItemId);
  const row = {
    link: item ? linkTo(context, item.id) : { text: title },
    reasons: move.reasons.map((reason) => commitLink(context, reason)),
    isUncommitted: move.isUncommitted,
  };
  const shown = (name: PlanField, value?: string): string =>
    isDate(name) ? shownDate(context, value) : (value ?? nothing);
  if (change !== "changed") {
    const when = fields.filter(({ name }) => isDate(name));
    const [before, after] = (["before", "after"] as const).map((side) =>
      when.map((field) => shown(field.name, field[side])).filter((text) => text !== nothing),
    );
    const text = (values: readonly string[] = []): string => values.join(" – ") || nothing;
    return [{ ...row, what: wordOf(context, change), before: text(before), after: text(after) }];
  }
  return fields.map(({ name, before, after }) => ({
    ...row,
    what: wordOf(context, name),
    before: shown(name, before),
    after: shown(name, after),
  }));
}

const isDate = (name: PlanField): boolean => ["start", "end", "date", "due"].includes(name);

const wordOf = ({ words }: PageContext, name: string): string => words(`plan.moved-${name}`);

/** How much of a hash tells a commit from others. */
const shortest = 12;

/** A commit under its subject, linked where the history is among the sources. */
function commitLink({ graph, link }: PageContext, { hash, subject }: PlanReason): LinkText {
  const id = itemId("commit", hash.slice(0, shortest));
  return graph.items.has(id) ? link(id, subject) : { text: subject };
}
