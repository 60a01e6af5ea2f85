/** Pages and files → findings: links, anchors, orphans; and an inventory of all that can be linked to. */
export { type Inventory, inventoryFile } from "./inventory.ts";
export { type CheckedPage, verify } from "./verify.ts";
export { comparePublished, lostSources } from "./published/compare-published.ts";
export {
  nothingPublished,
  parseInventory,
  type PublishedInventory,
} from "./published/parse-inventory.ts";
