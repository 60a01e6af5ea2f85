import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import type { ChangedLink, FieldChange, GraphChange } from "#model/trace/graph-change.ts";
import { normativeFields, sortedJson, typeOf } from "#model/trace/digest.ts";

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
    if (!old || (taken.has(old.id) && former.get(item.id) !== old.id))
      return [added(item, after.graph)];
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
const added = (item: Item, graph: Graph): GraphChange => {
  const linked = [...linksOf(graph, item).values()];
  return { ...headOf(item), change: "added", ...(linked.length > 0 && { linked }) };
};
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
  const asked = askedFields(old, item, { before, after });
  const fields = Map.groupBy(changedFields(old, item), ({ name }) =>
    asked.has(name) ? "normative" : "informative",
  );
  for (const [change, changed] of fields) changes.push({ ...head, change, fields: changed });
  const [linksBefore, linksAfter] = [linksOf(before.graph, old), linksOf(after.graph, item)];
  const linked = [...linksAfter].flatMap(([key, link]) => (linksBefore.has(key) ? [] : [link]));
  const unlinked = [...linksBefore].flatMap(([key, link]) => (linksAfter.has(key) ? [] : [link]));
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

/** What either version takes for normative; a new type is a new meaning. */
const askedFields = (
  old: Item,
  item: Item,
  { before, after }: { readonly before: GraphMoment; readonly after: GraphMoment },
): ReadonlySet<string> =>
  new Set([
    "type",
    ...normativeFields(old, before.graph.policy.types.get(typeOf(old))),
    ...normativeFields(item, after.graph.policy.types.get(typeOf(item))),
  ]);

function changedFields(old: Item, item: Item): readonly FieldChange[] {
  const [former, now] = [fieldsOf(old), fieldsOf(item)];
  const names = [...new Set([...former.keys(), ...now.keys()])].sort();
  return names.flatMap((name): readonly FieldChange[] => {
    const [before, after] = [former.get(name), now.get(name)];
    if (sortedJson([before]) === sortedJson([after])) return [];
    return [
      { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
    ];
  });
}

/** All that an item says, without where: places of texts are no part of it. */
function fieldsOf(item: Item): ReadonlyMap<string, unknown> {
  const { fields = {}, ...attributes } = item.attributes as Readonly<Record<string, unknown>>;
  const said = { ...(fields as object), ...attributes, title: item.title, type: typeOf(item) };
  const text = item.description?.text;
  const all = { ...said, ...(text !== undefined && { description: text }) };
  return new Map(Object.entries(withoutPlaces(all) as object));
}

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (key === "location" ? undefined : part)),
  );

/** The links of an item, each by a key that is the same in both versions. */
const linksOf = ({ outgoing }: Graph, { id }: Item): ReadonlyMap<string, ChangedLink> =>
  new Map(
    (outgoing.get(id) ?? []).map(({ role, declaredRole = role, target, to }) => {
      const link = { role: declaredRole, to: itemName(target ?? (to as ItemId)) };
      return [`${link.role} ${link.to}`, link];
    }),
  );
