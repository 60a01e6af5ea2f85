/** Pages → the same pages as plain, navigable HTML that works from a folder. */
export { makeSite, previewSite } from "./make-site.ts";
