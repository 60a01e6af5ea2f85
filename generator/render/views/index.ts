import type { View } from "../view.ts";
import { apiViews } from "./api/index.ts";
import { changelogViews } from "./changelog/index.ts";
import { codeViews } from "./code/index.ts";
import { findingViews } from "./findings/index.ts";
import { matrixViews } from "./matrices/index.ts";
import { projectIndex } from "./project-index.ts";
import { reportViews } from "./reports/index.ts";
import { testViews } from "./tests/index.ts";
import { writtenContents } from "./written-contents.ts";
import { schemaViews } from "./schema/index.ts";
import { writtenPage } from "./written-page.ts";

/** Every kind of page there is; a new one is a file, a template and a line here. */
export const views: readonly View[] = [
  projectIndex,
  writtenContents,
  writtenPage,
  ...apiViews,
  ...schemaViews,
  ...changelogViews,
  ...codeViews,
  ...testViews,
  ...reportViews,
  ...matrixViews,
  ...findingViews,
];
