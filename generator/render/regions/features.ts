import { itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import { firstSentence } from "../views/code/first-sentence.ts";
import type { RegionKind } from "./region.ts";
import { codeCell, proseCell, tableLines } from "./table.ts";

/** What is asked of the project: its requirements, as its data has them. */
export const featuresRegion: RegionKind = {
  options: [],
  of: "project",
  make: ({ words }, { graph }) => {
    const rows = itemsOf(graph, "requirement")
      .toSorted((a, b) => byNumber(itemName(a.id), itemName(b.id)))
      .map(({ id, title, attributes }) => [
        codeCell(itemName(id)),
        proseCell(title),
        proseCell(firstSentence(attributes.statement)),
      ]);
    const head = [words("regions.id"), words("regions.feature"), words("regions.meaning")];
    return { lines: rows.length > 0 ? tableLines(head, rows) : [words("regions.nothing")] };
  },
};

/** P2 before P10. */
function byNumber(a: string, b: string): number {
  const [partsA, partsB] = [a, b].map((name) => name.split(/(\d+)/));
  for (const [index, part] of (partsA ?? []).entries()) {
    const other = partsB?.[index] ?? "";
    if (part === other) continue;
    const difference = Number(part) - Number(other);
    return Number.isNaN(difference) || index % 2 === 0 ? (part < other ? -1 : 1) : difference;
  }
  return 0;
}
