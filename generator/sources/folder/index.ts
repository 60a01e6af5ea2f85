/** What the history of a folder of somebody's documentation tells; its files are read without git. */
export { findMoves } from "./find-moves.ts";
export { readLastChanges } from "./last-changes.ts";
