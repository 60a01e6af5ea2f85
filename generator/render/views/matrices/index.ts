import type { View } from "../../view.ts";
import { declaredMatrix } from "./declared-matrix.ts";
import { traceGroups } from "./trace/trace-group.ts";
import { traceIndex } from "./trace/trace-index.ts";
import { tracePages } from "./trace/trace-page.ts";
import { workItemMatrix } from "./work-items.ts";

export const matrixViews: readonly View[] = [
  workItemMatrix,
  declaredMatrix,
  traceIndex,
  tracePages,
  traceGroups,
];
