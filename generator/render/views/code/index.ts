import type { View } from "../../view.ts";
import { codeIndex } from "./code-index.ts";
import { codeModule } from "./code-module.ts";
import { codePackage } from "./code-package.ts";
import { publicApi } from "./public-api.ts";

/** What the code exports, package by package and module by module. */
export const codeViews: readonly View[] = [codeIndex, codePackage, codeModule, publicApi];
