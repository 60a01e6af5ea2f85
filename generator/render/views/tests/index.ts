import type { View } from "../../view.ts";
import { testsIndex } from "./tests-index.ts";

/** What the last test run said. */
export const testViews: readonly View[] = [testsIndex];
