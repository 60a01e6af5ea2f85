import type { OutputFile } from "#model/pages/page.ts";
import { itemName } from "#model/item.ts";
import type { EvaluatedProject } from "../render.ts";
import { sheetToCsv } from "./matrix-csv.ts";
import { matrixToJson } from "./matrix-json.ts";
import { matrixToReqIf } from "./matrix-reqif.ts";
import { sheetToXlsx } from "./matrix-xlsx.ts";
import { sheetOf } from "./sheet.ts";

/** Every form of every declared matrix of a project, as files of `out/data/matrices/`. */
export function matrixFiles({
  project,
  graph,
  evaluation,
}: EvaluatedProject): readonly OutputFile[] {
  const { asOf } = evaluation;
  return evaluation.matrices.flatMap((result) => {
    const name = itemName(result.matrix);
    const title = graph.items.get(result.matrix)?.title ?? name;
    const sheet = sheetOf(result);
    const path = `data/matrices/${project.name === "" ? "" : `${project.name}/`}${name}`;
    const forms = {
      csv: sheetToCsv(sheet),
      xlsx: sheetToXlsx(sheet, title),
      json: matrixToJson(result),
      reqif: matrixToReqIf(result, { graph, title, ...(asOf !== undefined && { asOf }) }),
    };
    return Object.entries(forms).map(([ending, content]): OutputFile => ({
      path: `${path}.${ending}`,
      target: "data",
      content,
    }));
  });
}
