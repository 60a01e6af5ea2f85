import type { ItemAttributes } from "#model/item.ts";
import type { ProgrammeItems } from "#model/programme/items.ts";
import type { DataRecord } from "../record.ts";

/** The kinds that records describe; conflicts are declared inside other records. */
export type Noun = Exclude<keyof ProgrammeItems, "conflict">;

/** A record that becomes an item. */
export interface Entry {
  readonly kind: Noun;
  /** The name of the item: what others write to refer to it. */
  readonly name: string;
  readonly record: DataRecord;
  /** The entry that it is written inside of. */
  readonly parent?: Entry;
}

/** Makes the attributes of an item from its record; `root` is for looking at the disk. */
export type ReadAttributes<Kind extends Noun> = (
  entry: Entry,
  root: string,
) => ItemAttributes[Kind];
