import { type Item, itemName } from "../item.ts";

/** Where a copied file lies in `out/md/` and in `out/site/`. */
export const assetPath = (asset: Item<"asset">): string => `assets/${itemName(asset.id)}`;
