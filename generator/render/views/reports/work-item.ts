import { type Item, type ItemId, itemName } from "#model/item.ts";
import { conflictsOf, criteriaOf, measurementsOf, namedItem } from "#model/parts.ts";
import type { PageContext, View } from "../../view.ts";
import { traceLink } from "../matrices/trace/places.ts";
import { shownCoverage } from "./parts/coverage.ts";
import { criterionRows, shownCounts } from "./parts/criteria.ts";
import { measurementRow } from "./parts/measurements.ts";
import { relatedTo } from "./parts/related.ts";
import { pageForEach, safeName } from "./parts/page.ts";
import { gateRow, idsOf, workItemRow } from "./parts/rows.ts";
import { linkTo, shownTitle, label, linksTo, named } from "./parts/text.ts";

/** One piece of work: who owes it, what it needs and makes, what shows that it is done. */
export const workItemView: View = pageForEach({
  name: "work-item",
  kind: "work-item",
  path: ({ id }) => `reports/work-items/${safeName(itemName(id))}.md`,
  title: (item) => shownTitle(item as Item),
  data: (item, context) => ({
    ...workItemRow(context, item),
    ...traceOf(context, item),
    coverage: shownCoverage(context, item.id),
    trace: traceLink(context, item.id, context.words("matrices.trace-of-item")),
    stage: named(context, item, item.attributes.stage),
    text: context.prose(item.description, 3),
    criteria: criterionRows(context, idsOf(criteriaOf(context.graph, item.id))),
    measurements: measurementsOf(context.graph, item.id).map((each) =>
      measurementRow(context, each),
    ),
    conflicts: conflictsOf(context.graph, item.id).map(({ id }) => linkTo(context, id)),
    related: relatedTo(context, item),
  }),
});

/** The item's row of the matrix, written out. */
function traceOf(context: PageContext, item: Item<"work-item">) {
  const rows = context.evaluation.matrix.filter((each) => each.item === item.id);
  return {
    needs: rows.flatMap(({ needs }) => needs.map(({ name }) => artefactRow(context, item, name))),
    outputs: rows.flatMap(({ outputs }) =>
      outputs.map(({ name }) => artefactRow(context, item, name)),
    ),
    counts: rows.map((row) => shownCounts(context, row)).join(""),
    commits: rows.flatMap(({ implementations }) =>
      implementations.map((id) => implementationRow(context, id)),
    ),
    tests: rows.flatMap(({ tests }) => linksTo(context, tests)),
    gates: rows.flatMap(({ gates }) => gateRows(context, gates)),
  };
}

const gateRows = (context: PageContext, ids: readonly ItemId[]) =>
  ids.flatMap((id) => {
    const gate = context.graph.items.get(id);
    return gate?.kind === "gate" ? [gateRow(context, gate)] : [];
  });

/** Something needed or made: an artefact has a state of its own, any other item is there. */
function artefactRow(context: PageContext, item: Item<"work-item">, name: string) {
  const target = namedItem(context.graph, item, name);
  const artefact = target?.kind === "artefact" ? target.attributes : undefined;
  const state = artefact?.state ?? (target ? "exists" : "unknown");
  return {
    artefact: named(context, item, name),
    path: artefact?.path ?? "",
    state: label(context, "state", state),
  };
}

function implementationRow(context: PageContext, id: ItemId) {
  const item = context.graph.items.get(id);
  const commit = item?.kind === "commit" ? item.attributes : undefined;
  return {
    hash: commit?.hash.slice(0, 8) ?? "",
    link: linkTo(context, id),
    date: commit ? context.format.date(commit.date.slice(0, 10)) : "",
  };
}
