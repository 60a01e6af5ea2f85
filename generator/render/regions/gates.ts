import { itemsOf } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import type { EvaluatedProject } from "../render.ts";
import type { RegionContext, RegionKind } from "./region.ts";
import { codeCell, proseCell, tableLines } from "./table.ts";

/** The gates: what each asks for, where it stands, and how to ask for the rest. */
export const gatesRegion: RegionKind = {
  options: [],
  of: "project",
  make: ({ words, format, settings }, project) => {
    const hasVerdicts = showsVerdicts(project, settings);
    if (hasVerdicts && settings.asOf !== settings.writtenAsOf) return "kept";
    const rows = itemsOf(project.graph, "gate").map((gate) => {
      const result = project.evaluation.gates.get(gate.id);
      return [
        proseCell(gate.title),
        format.number(result?.criteria.length ?? 0),
        proseCell(gate.attributes.signatures.map(({ role }) => role).join(", ")) || "–",
        ...(hasVerdicts ? [result?.verdict ?? ""] : []),
        codeCell(`rastro gate status ${itemName(gate.id)}`),
      ];
    });
    const head = [
      words("common.gate"),
      words("regions.criteria"),
      words("regions.signatures"),
      ...(hasVerdicts ? [words("regions.verdict")] : []),
      words("regions.ask"),
    ];
    return { lines: rows.length > 0 ? tableLines(head, rows) : [words("regions.nothing")] };
  },
};

/**
 * A verdict follows from the day and from evidence. Only where the settings fix the day, and neither
 * tests nor the history are evidence, does the commit that holds it not change it.
 */
const showsVerdicts = (
  { project }: EvaluatedProject,
  { writtenAsOf }: RegionContext["settings"],
): boolean =>
  writtenAsOf !== undefined && project.sources.git.length + project.sources.tests.length === 0;
