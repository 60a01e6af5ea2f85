import type { ItemId } from "#model/item.ts";
import type { AttributeChange, SchemaChange } from "#model/schema/change.ts";
import type { LinkText, PageContext } from "../../view.ts";

/** What a release changed in the database, what breaks first. */
export function schemaRows(
  changes: readonly SchemaChange[],
  context: PageContext,
): readonly object[] {
  return changes
    .toSorted((a, b) => ranks.indexOf(a.effect) - ranks.indexOf(b.effect))
    .map((change) => ({
      object: objectOf(change, context),
      kind: context.words(`schema.kind-${change.kind}`),
      change: context.words(`changelog.schema-${change.change}`),
      effect: context.words(`changelog.effect-${change.effect}`),
      details: detailsOf(change, context),
    }));
}

const ranks: readonly SchemaChange["effect"][] = [
  "breaking",
  "unclassified",
  "compatible",
  "spelling",
];

/** What is still there is a link. */
const objectOf = (
  { change, id, name }: SchemaChange,
  { graph, link }: PageContext,
): string | LinkText =>
  change !== "removed" && graph.items.has(id as ItemId) ? link(id as ItemId, name) : name;

function detailsOf({ formerName, attributes }: SchemaChange, { words }: PageContext): string {
  const former = formerName === undefined ? [] : [words("changelog.schema-former", { formerName })];
  return [...former, ...attributes.map((each) => `${each.name}${valuesOf(each)}`)].join("; ");
}

const valuesOf = ({ before, after }: AttributeChange): string =>
  before === undefined && after === undefined ? "" : `: ${before ?? "–"} → ${after ?? "–"}`;
