import type { Item, ItemId, ItemKind } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { PageContext } from "../../../view.ts";
import { linkTo } from "./text.ts";

/** Links that pages show in a place of their own. */
const shownRoles: ReadonlySet<LinkRole> = new Set([
  "part-of",
  "owned-by",
  "supported-by",
  "needs",
  "delivers",
  "implements",
  "verifies",
  "raised-in",
]);
const shownKinds: ReadonlySet<ItemKind> = new Set(["criterion", "measurement", "conflict"]);

/** What else an item names or is named by, in both directions, each thing once. */
export function relatedTo(context: PageContext, item: Item) {
  const { graph } = context;
  const named = (graph.outgoing.get(item.id) ?? []).filter(isOther).map(({ target }) => target);
  const naming = (graph.incoming.get(item.id) ?? []).filter(isOther).map(({ from }) => from);
  return [...new Set([...named, ...naming])].flatMap((id) => relatedRow(context, id));
}

const isOther = ({ role }: { readonly role: LinkRole }): boolean => !shownRoles.has(role);

function relatedRow(context: PageContext, id: ItemId | undefined) {
  const item = id && context.graph.items.get(id);
  if (item === undefined || shownKinds.has(item.kind)) return [];
  return [{ kind: context.words(`reports.kind-${item.kind}`), link: linkTo(context, item.id) }];
}
