import type { MatrixResult } from "#model/trace/matrix-result.ts";
import { describeFilter } from "./describe-query.ts";

/** The matrix as JSON, for programs: the declaration, the filter in force, the rows and the counts. */
export function matrixToJson({ matrix, declared, heads, lines, whole }: MatrixResult): string {
  const head = { matrix, filter: describeFilter(declared), declared, whole, heads };
  const rows = lines.map((line) => JSON.stringify(line)).join(",\n");
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "lines": [\n${rows}\n]}\n`;
}
