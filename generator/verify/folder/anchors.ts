import type { AnchorInText } from "#markdown/links/index.ts";

/**
 * The anchors of a page, each between two marks of one text: a folder has ten times as many as
 * pages, and few of them are ever asked for.
 */
export interface Anchors {
  readonly all: string;
  /** Those whose counter depends on the order of the headings. */
  readonly repeated: string;
}

const mark = "\u0000";

const packed = (ids: readonly string[]): string =>
  ids.length === 0 ? "" : mark + ids.join(mark) + mark;

export function packAnchors(anchors: readonly AnchorInText[]): Anchors {
  const first = new Map<string, AnchorInText["from"]>();
  for (const { id, from } of anchors) if (!first.has(id)) first.set(id, from);
  const ids = [...first.keys()];
  return {
    all: packed(ids),
    repeated: packed(ids.filter((id) => first.get(id) === "repeated")),
  };
}

export const hasAnchor = ({ all }: Anchors, id: string): boolean => all.includes(mark + id + mark);

export const isRepeated = ({ repeated }: Anchors, id: string): boolean =>
  repeated.includes(mark + id + mark);

export const anchorIds = ({ all }: Anchors): readonly string[] => all.split(mark).slice(1, -1);
