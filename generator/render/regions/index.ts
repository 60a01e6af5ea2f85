/** Parts of committed files that are made: which kinds there are, and how each is filled. */
export { renderRegions, type RegionInput } from "./render-regions.ts";
export type { CommandLine } from "./region.ts";
