/** A folder of somebody's documentation, read without any settings. */
export { listFolder } from "./list-folder.ts";
export { readPageText } from "./read-page-text.ts";
