import type { CriterionResult, MatrixRow, NamedItem } from "#model/evaluation.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import { criteriaOf, gatesOf, inOrder, namedItem, stageOf } from "#model/parts.ts";
import { countResults } from "./gates/judge-gates.ts";

type Results = ReadonlyMap<ItemId, CriterionResult>;

/** The traceability matrix of work items; every form of it is made from these rows. */
export function matrixRows(
  graph: Graph,
  evaluation: { readonly criteria: Results },
): readonly MatrixRow[] {
  return itemsOf(graph, "work-item")
    .toSorted(inOrder)
    .map((item) => matrixRow(graph, item, evaluation.criteria));
}

function matrixRow(graph: Graph, item: Item<"work-item">, results: Results): MatrixRow {
  const stage = stageOf(graph, item);
  const criteria = criteriaOf(graph, item.id).map(({ id }) => id);
  const named = (name: string): NamedItem => {
    const found = namedItem(graph, item, name);
    return { name, ...(found && { item: found.id }) };
  };
  return {
    item: item.id,
    ...(stage && { stage: stage.id }),
    owner: named(item.attributes.owner),
    needs: item.attributes.needs.map(named),
    implementations: sourcesOf(graph, item.id, "implements"),
    tests: sourcesOf(graph, item.id, "verifies"),
    outputs: item.attributes.outputs.map(named),
    criteria,
    ...countResults(criteria, results),
    gates: stage ? gatesOf(graph, stage.id).map(({ id }) => id) : [],
  };
}

/** The items whose links of this role lead here, each once. */
const sourcesOf = (graph: Graph, id: ItemId, role: LinkRole): readonly ItemId[] => [
  ...new Set(
    (graph.incoming.get(id) ?? []).filter((link) => link.role === role).map(({ from }) => from),
  ),
];
