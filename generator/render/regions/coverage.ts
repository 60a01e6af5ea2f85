import type { Coverage, CoverageName } from "#model/evaluation.ts";
import type { EvaluatedProject } from "../render.ts";
import type { RegionKind } from "./region.ts";
import { proseCell, tableLines } from "./table.ts";

/**
 * What files alone decide: not the history, which every commit extends, not the results of tests,
 * not the day. What a region shows, the commit that holds it must not change.
 */
const steady: ReadonlySet<CoverageName> = new Set([
  "work-items-done",
  "deliverables-existing",
  "documents-existing",
  "checkpoints-passed",
  "actions-done",
  "measurements-measured",
  "tables-described",
  "columns-described",
  "functions-described",
  "operations-described",
  "symbols-documented",
] satisfies readonly CoverageName[]);

/** The ratios that a committed file can show, without those that have nothing to count. */
export const steadyCoverage = ({ evaluation }: EvaluatedProject): readonly Coverage[] =>
  evaluation.coverage.filter(({ name, denominator }) => steady.has(name) && denominator > 0);

/** How much of what there is is described, done or measured. */
export const coverageRegion: RegionKind = {
  options: [],
  of: "project",
  make: ({ words, format }, project) => {
    const rows = steadyCoverage(project).map(({ name, numerator, denominator }) => [
      proseCell(words(`reports.coverage-${name}`)),
      format.ratio(numerator, denominator),
    ]);
    const head = [words("reports.coverage"), words("regions.ratio")];
    return { lines: rows.length > 0 ? tableLines(head, rows) : [words("regions.nothing")] };
  },
};
