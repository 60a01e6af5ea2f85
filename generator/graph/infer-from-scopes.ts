import type { Reference } from "#model/fact.ts";
import { type Item, type ItemId, itemId, type ItemKind } from "#model/item.ts";

/** What the scope of a commit may name: things that people work on. */
const kinds: readonly ItemKind[] = ["work-item", "requirement", "deliverable", "stage", "axis"];

/** `feat(OPT1): …` has to do with OPT1, when there is such a thing; most scopes are only words. */
export const inferFromScopes = (items: ReadonlyMap<ItemId, Item>): readonly Reference[] =>
  [...items.values()].flatMap((item) =>
    item.kind === "commit" ? scopesOf(item).flatMap((scope) => refer(item, scope, items)) : [],
  );

const scopesOf = ({ attributes }: Item<"commit">): readonly string[] =>
  (attributes.conventional?.scope ?? "")
    .split(",")
    .map((scope) => scope.trim())
    .filter((scope) => scope !== "");

function refer(
  { id: from, location }: Item<"commit">,
  scope: string,
  items: ReadonlyMap<ItemId, Item>,
): readonly Reference[] {
  const named = kinds.map((kind) => itemId(kind, scope)).filter((id) => items.has(id));
  return named.map((to) => ({ from, role: "refers-to", to, location, inferred: true }));
}
