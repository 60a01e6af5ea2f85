/** Pages → the same pages as plain, navigable HTML that works from a folder. */
export { makeSite } from "./make-site.ts";
