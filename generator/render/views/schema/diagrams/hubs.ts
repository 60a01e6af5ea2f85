import type { Cluster } from "./clusters.ts";
import type { MappedKey } from "./table-map.ts";

/** Among fewer lines than these each can be followed. */
const fewKeys = 30;
/** More lines than these at one table are a knot. */
const mostAtOne = 5;

/** A diagram without the lines that would cover it, and what these said. */
export interface Untangled extends Cluster {
  /** The keys that are not drawn, by the table that they lead to. */
  readonly hidden: ReadonlyMap<string, readonly MappedKey[]>;
}

/**
 * Where many tables refer to a few, only the lines between those few and between the others are
 * drawn; a table that would be left without any line stands in the list of what is hidden.
 */
export function untangle(cluster: Cluster): Untangled {
  const { tables, keys } = cluster;
  const arriving = Map.groupBy(keys, ({ to }) => to);
  const isHub = (id: string): boolean => (arriving.get(id)?.length ?? 0) > mostAtOne;
  const isHidden = ({ from, to }: MappedKey): boolean =>
    keys.length > fewKeys && isHub(to) && !isHub(from);
  const drawn = keys.filter((key) => !isHidden(key));
  const hidden = Map.groupBy(keys.filter(isHidden), ({ to }) => to);
  const ends = new Set([...drawn.flatMap(({ from, to }) => [from, to]), ...hidden.keys()]);
  return { ...cluster, tables: tables.filter(({ id }) => ends.has(id)), keys: drawn, hidden };
}
