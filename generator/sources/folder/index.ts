/** A folder of somebody's documentation, read without any settings. */
export { findMoves } from "./find-moves.ts";
export { readLastChanges } from "./last-changes.ts";
export { listFolder } from "./list-folder.ts";
export { readPageText } from "./read-page-text.ts";
