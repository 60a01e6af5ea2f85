import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { isThere, type SignedGraph } from "#model/programme/document-state.ts";
import { itemsOf } from "#model/graph.ts";
import { type Item, type ItemId, type ItemKind, itemName } from "#model/item.ts";
import { isBefore } from "./criteria/measurements.ts";

/** An item that is not there or not done, and the date by which it should be. */
interface Due {
  readonly item: Item;
  readonly due: string;
}

/** The items of a kind that are still open; `dueOf` gives nothing for what is done. */
const open =
  <Kind extends ItemKind>(
    kind: Kind,
    dueOf: (item: Item<Kind>, judged: SignedGraph) => string | undefined,
  ) =>
  (judged: SignedGraph): readonly Due[] =>
    itemsOf(judged.graph, kind).flatMap((item) => {
      const due = dueOf(item, judged);
      return due === undefined ? [] : [{ item: item as Item, due }];
    });

const promises = [
  open("deliverable", (item, judged) => (isThere(judged, item) ? undefined : item.attributes.due)),
  open("action", ({ attributes: { status, due } }) => (status === "open" ? due : undefined)),
  open("work-item", ({ attributes: { status, due } }) =>
    status === "done" || status === "cancelled" ? undefined : due,
  ),
  open("checkpoint", ({ attributes: { result = "pending", date } }) =>
    result === "pending" ? date : undefined,
  ),
  open("sync", ({ attributes: { status, start } }) => (status === "scheduled" ? start : undefined)),
];

/** Everything that is due before `asOf` and still open; nothing is late on an unknown day. */
export function findLate(judged: SignedGraph, asOf: string | undefined): readonly Due[] {
  if (asOf === undefined) return [];
  return promises.flatMap((promise) => promise(judged)).filter(({ due }) => isBefore(due, asOf));
}

export const lateIds = (late: readonly Due[]): ReadonlySet<ItemId> =>
  new Set(late.map(({ item }) => item.id));

/** One note for each late item, at the place where its state is written. */
export const describeLate = (late: readonly Due[], asOf = ""): readonly Diagnostic[] =>
  late.map(({ item: { id, location }, due }) =>
    diagnose("evaluate/late", { item: itemName(id), due, asOf }, { location }),
  );
