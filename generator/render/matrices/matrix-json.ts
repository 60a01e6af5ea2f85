import type { MatrixResult } from "#model/trace/matrix-result.ts";
import { inBlocks } from "../data/in-blocks.ts";
import { describeFilter } from "./describe-query.ts";

/** The matrix as JSON, for programs: the declaration, the filter in force, the rows and the counts. */
export function matrixToJson(result: MatrixResult): readonly string[] {
  const { matrix, declared, heads, lines, whole } = result;
  const head = { matrix, filter: describeFilter(declared), declared, whole, heads };
  return inBlocks([
    `${JSON.stringify(head, null, 2).slice(0, -2)},`,
    `  "lines": [`,
    ...lines.map((line, at) => JSON.stringify(line) + (at < lines.length - 1 ? "," : "")),
    `]}`,
  ]);
}
