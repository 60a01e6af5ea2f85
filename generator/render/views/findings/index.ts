/** The findings that rastro can make, explained. */
import type { View } from "../../view.ts";
import { finding } from "./finding.ts";
import { findingsIndex } from "./findings-index.ts";

export const findingViews: readonly View[] = [findingsIndex, finding];
