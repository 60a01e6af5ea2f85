/**
 * The nouns: items, links, graph, evaluation, pages, settings.
 * @module
 */
import type { ApiItems } from "./api/items.ts";
import type { PageItems } from "./pages/authored.ts";
import type { CodeItems } from "./code/items.ts";
import type { DatabaseItems } from "./schema/items.ts";
import type { HistoryItems } from "./history.ts";
import type { Location } from "./location.ts";
import type { ProgrammeItems } from "./programme/items.ts";
import type { Prose } from "./pages/prose.ts";

/** Every kind of item and what it carries; a new kind is one line in the file of its domain. */
export interface ItemAttributes
  extends ApiItems, CodeItems, DatabaseItems, HistoryItems, PageItems, ProgrammeItems {}

export type ItemKind = keyof ItemAttributes;

/** The identity of an item in its project: `table:public.catalogo`, `work-item:OPT1`. */
export type ItemId = `${ItemKind}:${string}`;

/** One documented thing, a union discriminated by `kind`; `Item<"table">` is one member of it. */
export type Item<Kind extends ItemKind = ItemKind> = {
  readonly [K in Kind]: {
    readonly kind: K;
    readonly id: ItemId;
    /** Plain text, in the language of its source. */
    readonly title: string;
    /** Where a person edits it. */
    readonly location: Location;
    /** What its author wrote about it, Markdown that is not trusted. */
    readonly description?: Prose;
    /** Names that it had before. */
    readonly movedFrom?: readonly string[];
    readonly attributes: ItemAttributes[K];
  };
}[Kind];

export const itemId = (kind: ItemKind, name: string): ItemId => `${kind}:${name}`;

/** The part of an id after its kind: what people write and read. */
export const itemName = (id: ItemId): string => id.slice(id.indexOf(":") + 1);
