import type { View } from "../../view.ts";
import { changelogIndex } from "./changelog-index.ts";
import { changelogRelease } from "./changelog-release.ts";

/** The history, from the newest to the oldest. */
export const changelogViews: readonly View[] = [changelogIndex, changelogRelease];
