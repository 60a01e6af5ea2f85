import type { View } from "../../view.ts";
import { workItemMatrix } from "./work-items.ts";

export const matrixViews: readonly View[] = [workItemMatrix];
