import type { MatrixRow, NamedItem } from "#model/evaluation.ts";
import { itemsOf } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import type { Figure } from "#model/pages/page.ts";
import { heatMapFigure } from "../../diagram/heat-map.ts";
import type { LinkText, PageContext, View } from "../../view.ts";
import { shownCounts } from "../reports/parts/criteria.ts";
import { linkTo } from "../reports/parts/text.ts";

/** The traceability matrix of work items: what goes in, who works on it, what comes out. */
export const workItemMatrix: View = {
  template: "matrix-work-items",
  target: "matrices",
  plan: (graph) => {
    const items = itemsOf(graph, "work-item");
    if (items.length === 0) return [];
    return [
      {
        path: "matrices/work-items.md",
        title: (words) => words("matrices.title-work-items"),
        origins: items.map(({ location }) => location),
        data: matrixData,
      },
    ];
  },
};

function matrixData(context: PageContext) {
  const rows = context.evaluation.matrix;
  const { asOf } = context.evaluation;
  return {
    heat: heatOf(context, rows),
    rows: rows.map((row) => shownRow(context, row)),
    counts: countsOf(context, rows),
    asOf:
      asOf === undefined
        ? context.words("matrices.as-of-unknown")
        : context.words("matrices.as-of", { date: context.format.moment(asOf) }),
    sources: [...new Set(rows.flatMap(({ item }) => fileOf(context, item)))],
  };
}

const heatColumns = ["needs", "implementations", "tests", "outputs", "criteria"] as const;

/** Where much is and where nothing is, at one look; in a list, which no row leaves empty. */
function heatOf(context: PageContext, rows: readonly MatrixRow[]): readonly Figure[] {
  const { words } = context;
  if (rows.length === 0) return [];
  const map = {
    title: words("matrices.heat"),
    description: words("matrices.heat-about"),
    columns: heatColumns.map((column) => words(`matrices.heat-${column}`)),
    rows: rows.map((row) => {
      const { text: name, href } = linkTo(context, row.item);
      const counts = heatColumns.map((column) => row[column].length);
      return { name, ...(href !== undefined && { href }), counts };
    }),
  };
  return [heatMapFigure(map)];
}

const fileOf = ({ graph }: PageContext, id: ItemId): readonly string[] => {
  const file = graph.items.get(id)?.location.file;
  return file === undefined ? [] : [file];
};

function shownRow(context: PageContext, row: MatrixRow) {
  const location = context.graph.items.get(row.item)?.location ?? { file: "" };
  const file = location.file.slice(location.file.lastIndexOf("/") + 1);
  return {
    item: linkTo(context, row.item),
    stage: row.stage ? linkTo(context, row.stage) : { text: "—" },
    owner: shownName(context, row.owner),
    needs: row.needs.map((each) => shownName(context, each)),
    implementations: row.implementations.map((id) => linkTo(context, id)),
    tests: row.tests.map((id) => linkTo(context, id)),
    outputs: row.outputs.map((each) => shownName(context, each)),
    criteria: shownCounts(context, row),
    gates: row.gates.map((id) => ({ gate: linkTo(context, id), verdict: verdictOf(context, id) })),
    place: context.place({ ...location, file }),
  };
}

const shownName = (context: PageContext, { name, item }: NamedItem): LinkText =>
  item ? linkTo(context, item) : context.linkName(name);

const verdictOf = ({ evaluation, words }: PageContext, id: ItemId): string =>
  words(`matrices.verdict-${(evaluation.gates.get(id)?.verdict ?? "UNDETERMINED").toLowerCase()}`);

/** How many rows are whole; of no rows nothing can be said. */
function countsOf({ format, words }: PageContext, rows: readonly MatrixRow[]) {
  const criteria = rows.reduce((sum, row) => sum + row.criteria.length, 0);
  const count = (name: string, counts: (row: MatrixRow) => boolean) => ({
    name: words(`matrices.count-${name}`),
    ratio: format.ratio(rows.filter(counts).length, rows.length),
  });
  return [
    count("with-inputs", (row) => row.needs.length > 0),
    count("with-implementation", (row) => row.implementations.length > 0),
    count("with-tests", (row) => row.tests.length > 0),
    count("with-outputs", (row) => row.outputs.length > 0),
    count("with-criteria", (row) => row.criteria.length > 0),
    {
      name: words("matrices.count-criteria-met"),
      ratio: format.ratio(
        rows.reduce((sum, row) => sum + row.met, 0),
        criteria,
      ),
    },
  ];
}
