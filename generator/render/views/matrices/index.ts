import type { View } from "../../view.ts";
import { declaredMatrix } from "./declared-matrix.ts";
import { traceIndex, tracePages } from "./trace-page.ts";
import { workItemMatrix } from "./work-items.ts";

export const matrixViews: readonly View[] = [
  workItemMatrix,
  declaredMatrix,
  traceIndex,
  tracePages,
];
