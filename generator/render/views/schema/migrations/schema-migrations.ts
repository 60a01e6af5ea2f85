import type { Graph } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { Figure } from "#model/pages/page.ts";
import type { PageContext, View } from "../../../view.ts";
import { type StepChart, stepChartFigure } from "../../../diagram/step-chart.ts";
import { indexPath, migrationsPath } from "../layout.ts";
import { migrationsInOrder, objectsOf, removalsOf } from "./migration-objects.ts";

/** All migrations in the order of application, with how much each made, changed and took away. */
export const schemaMigrations: View = {
  template: "schema-migrations",
  target: "schema",
  plan: (graph) => {
    const [first] = migrationsInOrder(graph);
    if (first === undefined) return [];
    return [
      {
        path: migrationsPath,
        title: (words) => words("schema.migrations"),
        origins: [{ file: first.location.file }],
        data: migrationsData,
      },
    ];
  },
};

interface Step {
  readonly migration: Item<"migration">;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
}

const stepsOf = (graph: Graph): readonly Step[] =>
  migrationsInOrder(graph).map((migration) => ({
    migration,
    created: objectsOf(graph, migration.id, "created-by").length,
    changed: new Set(objectsOf(graph, migration.id, "changed-by").map(({ from }) => from)).size,
    removed: removalsOf(graph, migration.id),
  }));

function migrationsData(context: PageContext): object {
  const { graph, words, format, link } = context;
  const steps = stepsOf(graph);
  const shown = (count: number): string => (count === 0 ? "" : format.number(count));
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    all: format.number(steps.length),
    chart: steps.length < 2 ? "" : chartOf(steps, context),
    steps: steps.map(({ migration, created, changed, removed }, position) => ({
      order: format.number(position + 1),
      migration: link(migration.id),
      created: shown(created),
      changed: shown(changed),
      removed: shown(removed),
    })),
  };
}

function chartOf(steps: readonly Step[], { words, link, format }: PageContext): Figure {
  const chart: StepChart = {
    title: words("schema.migrations"),
    description: words("schema.migrations-chart", { all: format.number(steps.length) }),
    above: [words("schema.creates"), words("schema.changes")],
    below: words("schema.removes"),
    steps: steps.map(({ migration, created, changed, removed }) => {
      const { href } = link(migration.id);
      const counts = words("schema.migration-counts", { created, changed, removed });
      return {
        name: `${migration.title}: ${counts}`,
        ...(href !== undefined && { href }),
        above: [created, changed] as const,
        below: removed,
      };
    }),
  };
  return stepChartFigure(chart);
}
