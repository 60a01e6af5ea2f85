import { type ApiChange, apiEffects } from "#model/api/change.ts";
import type { ItemId } from "#model/item.ts";
import type { LinkText, PageContext } from "../../view.ts";

/** Nobody reads more of one release; `rastro diff api` tells the rest. */
const most = 300;

/** What a release changed in the API, what breaks first. */
export const apiRows = (changes: readonly ApiChange[], context: PageContext): readonly object[] =>
  changes
    .toSorted((a, b) => apiEffects.indexOf(a.effect) - apiEffects.indexOf(b.effect))
    .slice(0, most)
    .map((change) => ({
      subject: subjectOf(change, context),
      at: change.at,
      change: context.words(`api-changes.rule-${change.rule}`),
      effect: context.words(`changelog.effect-${change.effect}`),
      values: [change.before, change.after].filter((value) => value !== undefined).join(" → "),
    }));

/** How many changes are not listed, in words; empty when all are. */
export const moreApiRows = (
  changes: readonly ApiChange[],
  { words, format }: PageContext,
): string =>
  changes.length > most
    ? words("api-changes.more", { n: format.number(changes.length - most) })
    : "";

/** What is still there is a link. */
function subjectOf(change: ApiChange, { graph, link, words }: PageContext): string | LinkText {
  const { operation, operationId, schema } = change;
  if (operation !== undefined) {
    const id = operationId as ItemId;
    return graph.items.has(id) ? link(id, operation) : operation;
  }
  return schema === undefined
    ? words("api-changes.document")
    : words("api-changes.schema", { name: schema });
}
