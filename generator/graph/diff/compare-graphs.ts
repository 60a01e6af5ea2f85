import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { GraphChange } from "#model/trace/graph-change.ts";
import { fieldDigests, sortedJson, typeOf } from "#model/trace/digest.ts";

/** A graph at one moment, and how far its items are covered. */
export interface GraphMoment {
  readonly graph: Graph;
  readonly coverage: ReadonlyMap<ItemId, string>;
}

/** What became of items and links from one moment to the other, by id. */
export function compareGraphs(before: GraphMoment, after: GraphMoment): readonly GraphChange[] {
  const former = formerNames(before.graph, after.graph);
  const taken = new Set(former.values());
  const changes = [...after.graph.items.values()].flatMap((item): readonly GraphChange[] => {
    const old = before.graph.items.get(former.get(item.id) ?? item.id);
    if (!old || (taken.has(old.id) && former.get(item.id) !== old.id)) return [added(item)];
    return compareItem(old, item, { before, after });
  });
  const removed = [...before.graph.items.values()].filter(
    ({ id }) => !after.graph.items.has(id) && !taken.has(id),
  );
  return [...changes, ...removed.map(gone)].sort((a, b) =>
    a.item < b.item ? -1 : a.item > b.item ? 1 : 0,
  );
}

const headOf = (item: Item) => ({ item: item.id, title: item.title, location: item.location });
const added = (item: Item): GraphChange => ({ ...headOf(item), change: "added" });
const gone = (item: Item): GraphChange => ({ ...headOf(item), change: "removed" });

/** Names that items say they had before, where there was such an item and is none any more. */
function formerNames(before: Graph, after: Graph): ReadonlyMap<ItemId, ItemId> {
  return new Map(
    [...after.items.values()].flatMap((item) => {
      const old = (item.movedFrom ?? [])
        .map((name) => (name.includes(":") ? name : `${item.kind}:${name}`) as ItemId)
        .find((id) => before.items.has(id) && !after.items.has(id));
      return old === undefined || before.items.has(item.id) ? [] : [[item.id, old] as const];
    }),
  );
}

function compareItem(
  old: Item,
  item: Item,
  { before, after }: { readonly before: GraphMoment; readonly after: GraphMoment },
): readonly GraphChange[] {
  const head = headOf(item);
  const changes: GraphChange[] = [];
  const place = movedFrom(old, item);
  if (place !== undefined) changes.push({ ...head, change: "moved", before: place });
  const fields = changedFields(old, item, { before, after });
  if (fields.length > 0) changes.push({ ...head, change: "normative", fields });
  else if (contentOf(old) !== contentOf(item)) changes.push({ ...head, change: "informative" });
  const [linksBefore, linksAfter] = [linksOf(before.graph, old), linksOf(after.graph, item)];
  const linked = [...linksAfter].filter((link) => !linksBefore.has(link));
  const unlinked = [...linksBefore].filter((link) => !linksAfter.has(link));
  if (linked.length + unlinked.length > 0) {
    changes.push({ ...head, change: "relinked", linked, unlinked });
  }
  const [from, to] = [before.coverage.get(old.id), after.coverage.get(item.id)];
  if (from !== to) {
    changes.push({ ...head, change: "coverage", before: from ?? "", after: to ?? "" });
  }
  return changes;
}

/** Its old name or, when it kept that, its old file; lines move all the time. */
const movedFrom = (old: Item, item: Item): string | undefined => {
  if (old.id !== item.id) return itemName(old.id);
  return old.location.file === item.location.file ? undefined : old.location.file;
};

function changedFields(
  old: Item,
  item: Item,
  { before, after }: { readonly before: GraphMoment; readonly after: GraphMoment },
): readonly string[] {
  const former = fieldDigests(old, before.graph.policy.types.get(typeOf(old)));
  const now = fieldDigests(item, after.graph.policy.types.get(typeOf(item)));
  const names = [...new Set([...Object.keys(former), ...Object.keys(now)])];
  return names.filter((name) => former[name] !== now[name]).sort();
}

/** All that an item says, without where: places of texts are no part of it. */
const contentOf = ({ title, description, attributes }: Item): string =>
  JSON.stringify(
    JSON.parse(sortedJson({ title, text: description?.text, attributes })),
    (key, value: unknown) => (key === "location" ? undefined : value),
  );

const linksOf = ({ outgoing }: Graph, { id }: Item): ReadonlySet<string> =>
  new Set(
    (outgoing.get(id) ?? []).map(
      ({ role, declaredRole = role, target, to }) =>
        `${declaredRole} ${itemName(target ?? (to as ItemId))}`,
    ),
  );
