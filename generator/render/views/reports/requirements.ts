import { itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import { inOrder } from "#model/parts.ts";
import type { LinkText, PageContext, View } from "../../view.ts";
import { traceLink } from "../matrices/trace/places.ts";
import { shownCoverage } from "./parts/coverage.ts";
import { register } from "./parts/page.ts";
import { linkTo, label, linksTo, nothing, rowOf } from "./parts/text.ts";

/** Every requirement, what implements it and which tests verify it. */
export const requirementsView: View = register({
  name: "requirements",
  path: "reports/requirements.md",
  shows: ["requirement"],
  data: (context) => {
    const requirements = itemsOf(context.graph, "requirement").toSorted(inOrder);
    const rows = requirements.map((item) => requirementPart(context, item));
    return {
      requirements: rows,
      implemented: ratioOf(context, rows, ({ implementedBy }) => implementedBy.length > 0),
      verified: ratioOf(context, rows, ({ tests }) => tests.length > 0),
    };
  },
});

function requirementPart(context: PageContext, item: Item<"requirement">) {
  const tests = sourcesOf(context, item.id, "verifies");
  return {
    ...rowOf(context, item),
    statement: item.attributes.statement,
    status: item.attributes.status === "" ? nothing : item.attributes.status,
    text: context.prose(item.description, 3),
    implementedBy: linksTo(context, sourcesOf(context, item.id, "implements")),
    tests: tests.map((id) => testRow(context, id)),
    coverage: shownCoverage(context, item.id),
    trace: traceLink(context, item.id, context.words("matrices.trace-of-item")),
  };
}

function testRow(context: PageContext, id: ItemId): { link: LinkText; verdict: string } {
  const item = context.graph.items.get(id);
  const verdict = item?.kind === "test" ? item.attributes.verdict : "not-run";
  return { link: linkTo(context, id), verdict: label(context, "test", verdict) };
}

const sourcesOf = ({ graph }: PageContext, id: ItemId, role: LinkRole): readonly ItemId[] => [
  ...new Set(
    (graph.incoming.get(id) ?? []).filter((link) => link.role === role).map(({ from }) => from),
  ),
];

const ratioOf = <Row>(
  { format }: PageContext,
  rows: readonly Row[],
  counts: (row: Row) => boolean,
): string => format.ratio(rows.filter(counts).length, rows.length);
