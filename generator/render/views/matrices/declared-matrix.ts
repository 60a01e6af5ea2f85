import { itemsOf } from "#model/graph.ts";
import { type ItemId, itemName } from "#model/item.ts";
import type {
  MatrixCount,
  MatrixEntry,
  MatrixHead,
  MatrixLine,
  MatrixResult,
} from "#model/trace/matrix-result.ts";
import { describeFilter } from "../../matrices/describe-query.ts";
import type { LinkText, PageContext, View } from "../../view.ts";
import { coverageText, shownCoverage } from "../reports/parts/coverage.ts";
import { safeName } from "../reports/parts/page.ts";
import { linkTo, nothing, shortTitle } from "../reports/parts/text.ts";
import { linkToTrace } from "./trace/places.ts";

/** A page for each matrix that the project declares. */
export const declaredMatrix: View = {
  template: "matrix-declared",
  target: "matrices",
  plan: (graph) =>
    itemsOf(graph, "matrix").map((item) => ({
      path: `matrices/${safeName(itemName(item.id))}.md`,
      title: () => item.title,
      subject: item.id,
      origins: [item.location],
      data: (context) => ({
        about: context.prose(item.description),
        place: context.place(item.location),
        ...matrixData(
          context,
          context.evaluation.matrices.find(({ matrix }) => matrix === item.id),
        ),
      }),
    })),
};

function matrixData(context: PageContext, result: MatrixResult | undefined) {
  if (!result) return { heads: [], rows: [], counts: [], filter: "", shown: "" };
  const { heads, lines, whole, declared } = result;
  const { words, format } = context;
  const counts = heads.flatMap(({ title, count }) =>
    count ? [shownCount(context, title, count)] : [],
  );
  const forms = heads.map((head, index) => formOf(head, lines, index));
  return {
    filter: describeFilter(declared),
    shown: words("matrices.rows-shown", {
      shown: format.number(lines.length),
      rows: format.number(whole.rows),
    }),
    heads: heads.map(({ title, item }): LinkText =>
      item === undefined ? { text: title } : context.link(item, title),
    ),
    rows: lines.map(({ item, cells, state }) => ({
      item: linkTo(context, item),
      cells: cells.map((entries, index) =>
        declared.columns[index]?.field === "coverage" && heads[index]?.item === undefined
          ? coverageCell(context, item)
          : shownCell(context, entries, forms[index]),
      ),
      state: words(`matrices.state-${state}`),
    })),
    counts: [shownCount(context, words("matrices.whole-rows"), whole), ...counts],
  };
}

/** The state with its cause, leading to the trace of the item. */
function coverageCell(context: PageContext, item: ItemId): readonly LinkText[] {
  const shown = shownCoverage(context, item);
  return [shown ? linkToTrace(context, item, coverageText(shown)) : { text: nothing }];
}

/**
 * In a grid the column says what is found, and a mark that it is. Where a cell holds several items,
 * all of its column go by their ids where people say these, or titles would fill the page.
 */
type CellForm = "mark" | "name" | "title";

function formOf({ item }: MatrixHead, lines: readonly MatrixLine[], index: number): CellForm {
  if (item !== undefined) return "mark";
  return lines.some(({ cells }) => (cells[index] ?? []).length > 1) ? "name" : "title";
}

function shownCell(
  context: PageContext,
  entries: readonly MatrixEntry[],
  form: CellForm = "title",
): readonly LinkText[] {
  if (form === "mark") return [{ text: entries.length === 0 ? "·" : "✔" }];
  if (entries.length === 0) return [{ text: nothing }];
  return entries.map(({ name, item }) => {
    if (item === undefined) return { text: name };
    const found = form === "name" ? context.graph.items.get(item) : undefined;
    return found ? context.link(item, shortTitle(found)) : linkTo(context, item);
  });
}

function shownCount({ words, format }: PageContext, name: string, count: MatrixCount) {
  const { filled, justified, rows, atLeast, verdict } = count;
  return {
    name,
    ratio: format.ratio(filled, rows),
    justified: format.number(justified),
    threshold:
      atLeast === undefined ? nothing : `${format.number(Math.round(atLeast * 10_000) / 100)} %`,
    verdict: verdict === undefined ? nothing : words(`matrices.threshold-${verdict}`),
  };
}
