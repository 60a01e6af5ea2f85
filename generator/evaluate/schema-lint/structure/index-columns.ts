import type { Item } from "#model/item.ts";

/** `"Nome" DESC` → `Nome`; an expression stays as it is. */
const columnOf = (key: string): string =>
  /^"((?:[^"]|"")+)"/.exec(key)?.[1]?.replaceAll('""', '"') ??
  /^[\p{L}_][\p{L}\p{N}_$]*(?=\s|$)/u.exec(key)?.[0] ??
  key;

/** The columns that an index is ordered by, without directions and operator classes. */
export const indexColumns = ({ attributes }: Item<"index">): readonly string[] =>
  attributes.keys.map(columnOf);
