import type { View } from "../../view.ts";
import { codeIndex } from "./code-index.ts";
import { codeModule } from "./code-module.ts";

/** What the code exports, module by module. */
export const codeViews: readonly View[] = [codeIndex, codeModule];
