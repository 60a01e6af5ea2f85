import { badgesRegion } from "./badges/badges.ts";
import { commandsRegion } from "./commands.ts";
import { coverageRegion } from "./coverage.ts";
import { featuresRegion } from "./features.ts";
import { foldersRegion } from "./folders.ts";
import { gatesRegion } from "./gates.ts";
import { keysRegion, scriptsRegion } from "./json-tables.ts";
import { linksRegion } from "./links.ts";
import { publicApiRegion } from "./public-api.ts";
import type { RegionKind } from "./region.ts";
import { treeRegion } from "./tree.ts";

/** Every region there is, by the name in its marker. */
export const regionKinds: ReadonlyMap<string, RegionKind> = new Map([
  ["api", publicApiRegion],
  ["badges", badgesRegion],
  ["commands", commandsRegion],
  ["coverage", coverageRegion],
  ["features", featuresRegion],
  ["folders", foldersRegion],
  ["gates", gatesRegion],
  ["keys", keysRegion],
  ["links", linksRegion],
  ["scripts", scriptsRegion],
  ["tree", treeRegion],
]);
