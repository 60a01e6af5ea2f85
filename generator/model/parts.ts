import { type Graph, itemsOf } from "./graph.ts";
import { type Item, type ItemId, type ItemKind, itemName } from "./item.ts";

/** The item that `from` names with `written`, when that reference leads somewhere. */
export function namedItem(graph: Graph, from: Item, written?: string): Item | undefined {
  if (written === undefined) return undefined;
  const links = graph.outgoing.get(from.id) ?? [];
  const link = links.find(({ to, target }) => target !== undefined && to === written);
  const target =
    link?.target ?? links.find((each) => isCalled(graph, each.target, written))?.target;
  return graph.items.get(target ?? (written as ItemId));
}

/** Members answer to more than one name. */
function isCalled(graph: Graph, target: ItemId | undefined, written: string): boolean {
  if (target === undefined) return false;
  const item = graph.items.get(target);
  return (
    itemName(target) === written ||
    (item?.kind === "member" && item.attributes.aliases.includes(written))
  );
}

/** All items of a kind that name `owner`, in the order that their authors gave them. */
export type Parts<Kind extends ItemKind> = (graph: Graph, owner: ItemId) => readonly Item<Kind>[];

/** Every page asks for the parts of its subject, so a graph is grouped once for each question. */
function partsBy<Kind extends ItemKind>(
  kind: Kind,
  written: (item: Item<Kind>) => string | undefined,
): Parts<Kind> {
  const known = new WeakMap<Graph, ReadonlyMap<ItemId | undefined, readonly Item<Kind>[]>>();
  return (graph, owner) => {
    const groups =
      known.get(graph) ??
      Map.groupBy(
        itemsOf(graph, kind).toSorted(inOrder),
        (item) => namedItem(graph, item as Item, written(item))?.id,
      );
    known.set(graph, groups);
    return groups.get(owner) ?? [];
  };
}

/** By the order that is written, then by place. */
export function inOrder(a: Pick<Item, "attributes" | "location">, b: typeof a): number {
  const { location: left } = a;
  const { location: right } = b;
  return (
    orderOf(a) - orderOf(b) ||
    (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0)
  );
}

const orderOf = ({ attributes }: Pick<Item, "attributes">): number =>
  "order" in attributes ? (attributes.order ?? 0) : 0;

export const stagesOf = partsBy("stage", ({ attributes }) => attributes.programme);
export const phasesOf = partsBy("stage", ({ attributes }) => attributes.parent);
export const axesOf = partsBy("axis", ({ attributes }) => attributes.stage);
export const workItemsOf = partsBy("work-item", ({ attributes }) => attributes.stage);
export const deliverablesOf = partsBy("deliverable", ({ attributes }) => attributes.stage);
export const checkpointsOf = partsBy("checkpoint", ({ attributes }) => attributes.stage);
export const activitiesOf = partsBy("activity", ({ attributes }) => attributes.stage);
export const checklistsOf = partsBy("checklist", ({ attributes }) => attributes.stage);
export const notificationsOf = partsBy("notification", ({ attributes }) => attributes.stage);
export const gatesOf = partsBy("gate", ({ attributes }) => attributes.stage);
export const criteriaOf = partsBy("criterion", ({ attributes }) => attributes.of);
export const measurementsOf = partsBy("measurement", ({ attributes }) => attributes.subject);
export const conflictsOf = partsBy("conflict", ({ attributes }) => attributes.subject);

/** A gate that names its criteria is judged by them alone; one that names none, by its stage's. */
export function criteriaOfGate(graph: Graph, gate: Item<"gate">): readonly Item<"criterion">[] {
  const own = criteriaOf(graph, gate.id);
  const stage = stageOf(graph, gate);
  return own.length > 0 || stage === undefined ? own : criteriaOf(graph, stage.id);
}

/** The stage that an item belongs to; a stage belongs to itself. */
export function stageOf(graph: Graph, item: Item | undefined): Item<"stage"> | undefined {
  if (item === undefined || item.kind === "stage") return item;
  const { stage } = item.attributes as { readonly stage?: unknown };
  const found = typeof stage === "string" ? namedItem(graph, item, stage) : undefined;
  return found?.kind === "stage" ? found : undefined;
}
