import { ownField } from "#data/index.ts";
import { type ItemId, itemName } from "#model/item.ts";
import { resolveName } from "#model/names.ts";
import type { ShownItem } from "#model/pages/page.ts";
import type { ProjectContext } from "../page-context.ts";
import type { PagePlan } from "../view.ts";

/** The items that a page shows, with what readers choose among them by. */
export function shownItems(plan: PagePlan, context: ProjectContext): readonly ShownItem[] {
  const own = plan.subject === undefined ? [] : [describe(plan.subject, undefined, context)];
  const shows = (plan.shows ?? []).map(({ item, anchor }) => describe(item, anchor, context));
  return [...own, ...shows].filter((each) => each !== undefined);
}

function describe(
  id: ItemId,
  anchor: string | undefined,
  context: ProjectContext,
): ShownItem | undefined {
  const item = context.graph.items.get(id);
  if (item === undefined) return undefined;
  const text = (field: string): string => {
    const value = ownField(item.attributes, field);
    return typeof value === "string" ? value : "";
  };
  const name = itemName(id);
  return {
    kind: item.kind,
    title: item.title,
    ...(name !== item.title && { name }),
    ...(anchor !== undefined && { anchor }),
    ...given("stage", titleOf(text("stage"), context)),
    ...given("owner", titleOf(text("owner"), context)),
    ...given("status", text("status") || text("state")),
  };
}

const given = <Key extends string>(key: Key, value: string): Partial<Record<Key, string>> =>
  value === "" ? {} : ({ [key]: value } as Record<Key, string>);

/** The title of what a name leads to; the name itself when it leads nowhere. */
function titleOf(name: string, { names, graph }: ProjectContext): string {
  if (name === "") return "";
  const resolution = resolveName(name, names);
  if (resolution.status !== "resolved") return name;
  return graph.items.get(resolution.target)?.title ?? name;
}
