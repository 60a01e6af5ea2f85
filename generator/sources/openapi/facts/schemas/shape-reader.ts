import type { ItemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { DocumentContext } from "../context.ts";

/** Whose schema is read: the item that mentions it, and what a reference in it means for it. */
export interface ShapeReader {
  readonly context: DocumentContext;
  readonly from: ItemId;
  readonly role: LinkRole;
  readonly depth: number;
}
