/** Pages → the same pages as plain, navigable HTML that works from a folder. */
export { layOutSite } from "./lay-out-site.ts";
export { parsePages, type ReadyPage } from "./parse-pages.ts";
export type { SiteInput } from "./site.ts";
