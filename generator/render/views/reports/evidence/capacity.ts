import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { inOrder } from "#model/parts.ts";
import type { ScenarioResource } from "#model/programme/plan.ts";
import { lineChartFigure } from "../../../diagram/line-chart.ts";
import type { PageContext, View } from "../../../view.ts";
import { quantity } from "../parts/criteria.ts";
import { register } from "../parts/page.ts";
import { label, linkTo, nothing, notesOf, orNothing, rowOf } from "../parts/text.ts";
import { projectionOf } from "./projection.ts";
import { type Series, seriesOf } from "./series.ts";

/** What each size needs, and what it will need year by year: computed from measurements alone. */
export const capacityView: View = register({
  name: "capacity",
  path: "reports/capacity.md",
  shows: ["scenario"],
  data: (context) => {
    const scenarios = itemsOf(context.graph, "scenario").toSorted(inOrder);
    const series = Map.groupBy(seriesOf(context.graph), ({ metric }) => metric);
    const resources = resourcesOf(scenarios);
    const projections = resources.flatMap((name) =>
      projectionPart(context, { name, scenarios, series }),
    );
    return {
      scenarios: scenarios.map((item) => ({
        ...rowOf(context, item),
        size: item.attributes.size,
        years: yearsOf(item),
      })),
      sizes: scenarios.map(({ attributes }) => attributes.size),
      matrix: resources.map((name) => matrixRow(context, { name, scenarios, series })),
      projections,
      charts: projections.map(({ chart }) => chart),
      origins: scenarios.flatMap((item) => originRows(context, item)),
      notes: notesOf(context, scenarios),
    };
  },
});

type Scenarios = readonly Item<"scenario">[];

/** One resource in all scenarios. */
interface Need {
  readonly name: string;
  readonly scenarios: Scenarios;
  readonly series: ReadonlyMap<string, readonly Series[]>;
}

const resourcesOf = (scenarios: Scenarios): readonly string[] => [
  ...new Set(scenarios.flatMap(({ attributes }) => attributes.resources.map(({ name }) => name))),
];

const yearsOf = ({ attributes: { from, until } }: Item<"scenario">): string =>
  from === undefined ? nothing : `${String(from)}–${String(until ?? from)}`;

const resourceIn = (scenario: Item<"scenario">, name: string): ScenarioResource | undefined =>
  scenario.attributes.resources.find((resource) => resource.name === name);

/** The youngest figure that the data have for a resource. */
const baseOf = ({ series }: Need, resource: ScenarioResource): Series | undefined =>
  series.get(resource.metric)?.[0];

function matrixRow(context: PageContext, need: Need) {
  const bases = need.scenarios.flatMap((scenario) => {
    const resource = resourceIn(scenario, need.name);
    return (resource && baseOf(need, resource)) ?? [];
  });
  const [base] = bases;
  return {
    name: need.name,
    cells: need.scenarios.map((scenario) => cellOf(context, need, scenario)),
    base: base ? linkTo(context, base.last.id) : { text: context.words("plan.no-measurement") },
    grade: label(context, "grade", base?.last.attributes.grade ?? "missing"),
  };
}

function cellOf(context: PageContext, need: Need, scenario: Item<"scenario">): string {
  const resource = resourceIn(scenario, need.name);
  const base = resource && baseOf(need, resource);
  if (resource === undefined || base === undefined) return context.words("reports.not-measurable");
  const { value, unit } = base.last.attributes;
  return quantity(context, rounded(value * resource.factor), unit);
}

const rounded = (value: number): number => Number(value.toPrecision(3));

/** A table of years, when at least one scenario has a figure to begin with and a rate of growth. */
function projectionPart(context: PageContext, need: Need) {
  const columns = need.scenarios.map((scenario) => {
    const resource = resourceIn(scenario, need.name);
    const base = resource && baseOf(need, resource);
    const values = resource && base ? projectionOf(base, resource, scenario.attributes) : new Map();
    return { resource, values: values as ReadonlyMap<number, number>, base };
  });
  const years = [...new Set(columns.flatMap(({ values }) => [...values.keys()]))].toSorted(
    (a, b) => a - b,
  );
  const rows = years.map((year) => ({
    year: String(year),
    cells: columns.map(({ values, base, resource }) => {
      const value = values.get(year);
      if (value === undefined) return nothing;
      const isOver = resource?.limit !== undefined && value > resource.limit;
      const mark = isOver ? ` ${context.words("plan.over-limit")}` : "";
      return `${quantity(context, rounded(value), base?.last.attributes.unit)}${mark}`;
    }),
  }));
  if (rows.length === 0) return [];
  const chart = lineChartFigure({
    title: context.words("plan.projection-chart", { resource: need.name }),
    description: context.words("plan.projection-chart-about"),
    points: years.map(String),
    lines: columns.map(({ values }, index) => ({
      name: sizesOf(need)[index] ?? "",
      values: years.map((year) => values.get(year)),
    })),
    shown: (value) => quantity(context, rounded(value), unitOf(columns)),
  });
  return [{ name: need.name, sizes: sizesOf(need), rows, chart }];
}

/** All sizes have one unit: they grow from measurements of one metric. */
const unitOf = (columns: readonly { readonly base: Series | undefined }[]): string | undefined =>
  columns.flatMap(({ base }) => base?.last.attributes.unit ?? [])[0];

const sizesOf = ({ scenarios }: Need): readonly string[] =>
  scenarios.map(({ attributes }) => attributes.size);

/** Where factors and rates come from: they are assumptions, and stand beside the result. */
const originRows = (context: PageContext, { attributes }: Item<"scenario">) =>
  attributes.resources.map(({ name, factor, growth, limit, origin }) => ({
    size: attributes.size,
    name,
    factor: context.format.number(factor),
    growth: growth === undefined ? nothing : `${context.format.number(growth)} %`,
    limit: limit === undefined ? nothing : context.format.number(limit),
    origin: orNothing(origin),
  }));
