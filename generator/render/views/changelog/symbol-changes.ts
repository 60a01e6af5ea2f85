import type { ItemId } from "#model/item.ts";
import { type SymbolChange, symbolEffects } from "#model/code/change.ts";
import type { LinkText, PageContext } from "../../view.ts";

/** Nobody reads more of one release; `rastro diff code` tells the rest. */
const most = 300;

/** Longer declarations are cut: their page has the whole. */
const longest = 200;

/** What a release changed in the exported names of the code, what breaks first. */
export const symbolRows = (
  changes: readonly SymbolChange[],
  context: PageContext,
): readonly object[] =>
  changes
    .toSorted((a, b) => symbolEffects.indexOf(a.effect) - symbolEffects.indexOf(b.effect))
    .slice(0, most)
    .map((change) => ({
      symbol: symbolOf(change, context),
      module: change.module,
      kind: context.words(`code.kind-${change.kind}`),
      change: context.words(`changelog.schema-${change.change}`),
      effect: context.words(`changelog.effect-${change.effect}`),
      before: cut(change.before),
      arrow: change.before === undefined || change.after === undefined ? "" : "→",
      after: cut(change.after),
    }));

/** How many changes are not listed, in words; empty when all are. */
export const moreSymbolRows = (
  changes: readonly SymbolChange[],
  { words, format }: PageContext,
): string =>
  changes.length > most
    ? words("changelog.more-symbols", { n: format.number(changes.length - most) })
    : "";

/** What is still there is a link. */
function symbolOf(
  { change, id, name }: SymbolChange,
  { graph, link }: PageContext,
): string | LinkText {
  return change !== "removed" && graph.items.has(id as ItemId) ? link(id as ItemId, name) : name;
}

const cut = (text = ""): string =>
  text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
