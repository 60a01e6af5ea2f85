import type { Coverage, CoverageName, Evaluation } from "#model/evaluation.ts";
import { isThere } from "#model/programme/document-state.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId, ItemKind } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";

type Judged = Pick<Evaluation, "criteria" | "signed">;
type Measure = (graph: Graph, judged: Judged) => Omit<Coverage, "name">;

/** Of the items of a kind that `counts` (all by default), those that are `good`. */
const ratio =
  <Kind extends ItemKind>(
    kind: Kind,
    good: (item: Item<Kind>, graph: Graph, judged: Judged) => boolean,
    counts: (item: Item<Kind>) => boolean = () => true,
  ): Measure =>
  (graph, judged) => {
    const all = itemsOf(graph, kind).filter(counts);
    const numerator = all.filter((item) => good(item, graph, judged)).length;
    return { numerator, denominator: all.length };
  };

const isDescribed = ({ description }: Pick<Item, "description">): boolean =>
  (description?.text ?? "").trim() !== "";

/** Whether something (a commit, where `by` says so) leads to the item with this role. */
const isTarget =
  (role: LinkRole, by?: ItemKind) =>
  ({ id }: { readonly id: ItemId }, graph: Graph): boolean =>
    (graph.incoming.get(id) ?? []).some(
      (link) => link.role === role && (by === undefined || graph.items.get(link.from)?.kind === by),
    );

const isKept = (
  item: Item<"deliverable"> | Item<"document">,
  graph: Graph,
  evaluation: Judged,
): boolean => isThere({ graph, evaluation }, item);

const isPlanned = ({ attributes }: Item<"work-item">): boolean => attributes.status !== "cancelled";

const measures: Readonly<Record<CoverageName, Measure>> = {
  "work-items-done": ratio("work-item", (i) => i.attributes.status === "done", isPlanned),
  "work-items-with-commits": ratio("work-item", isTarget("implements", "commit"), isPlanned),
  "deliverables-existing": ratio("deliverable", isKept),
  "documents-existing": ratio("document", isKept),
  "checkpoints-passed": ratio("checkpoint", (item) => item.attributes.result === "passed"),
  "actions-done": ratio(
    "action",
    (item) => item.attributes.status === "done",
    (item) => item.attributes.status !== "cancelled",
  ),
  "criteria-met": ratio(
    "criterion",
    ({ id }, _, { criteria }) => criteria.get(id)?.result === "met",
  ),
  "measurements-measured": ratio(
    "measurement",
    ({ attributes }) => attributes.grade === "measured",
  ),
  "requirements-implemented": ratio("requirement", isTarget("implements")),
  "requirements-verified": ratio("requirement", isTarget("verifies")),
  "tables-described": ratio("table", isDescribed, (item) => item.attributes.parent === undefined),
  "columns-described": ratio("column", isDescribed),
  "functions-described": ratio("function", isDescribed),
  "operations-described": ratio("operation", isDescribed),
  "symbols-documented": ratio(
    "symbol",
    (item) => item.attributes.documented,
    // What is only passed on is documented where it is declared.
    (item) => item.attributes.kind !== "reference",
  ),
  "tests-passed": ratio(
    "test",
    (item) => item.attributes.verdict === "passed",
    (item) => item.attributes.verdict !== "skipped",
  ),
};

/** Every ratio that is measured, in the order of their names; 0 of 0 stays 0 of 0. */
export const measureCoverage = (graph: Graph, judged: Judged): readonly Coverage[] =>
  Object.entries(measures).map(([name, measure]) => ({
    name: name as CoverageName,
    ...measure(graph, judged),
  }));
