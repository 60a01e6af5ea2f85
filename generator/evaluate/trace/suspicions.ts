import type { ItemId } from "#model/item.ts";
import type { InheritedSuspicion, TracedLink } from "#model/trace/result.ts";

/**
 * Where suspicion goes: from a suspect link to the item that has to follow the change, and from there
 * against strong links to all that is built on it, by the shortest way.
 */
export function findSuspicions(
  links: readonly TracedLink[],
): ReadonlyMap<ItemId, InheritedSuspicion> {
  const found = new Map<ItemId, InheritedSuspicion>();
  for (const origin of links) {
    if (!origin.flags.includes("suspect")) continue;
    for (const item of followers(origin)) {
      if (!found.has(item)) found.set(item, { depth: 0, origin, via: item });
    }
  }
  if (found.size === 0) return found;
  const built = Map.groupBy(links.filter(isStrong), ({ link }) => link.target);
  // The map grows while it is walked, so that what is nearer comes first.
  for (const [via, { depth, origin }] of found) {
    for (const { link } of built.get(via) ?? []) {
      if (!found.has(link.from)) found.set(link.from, { depth: depth + 1, origin, via });
    }
  }
  return found;
}

const isStrong = ({ role }: TracedLink): boolean => role.strength === "strong";

/** The ends that have to follow: of a link that looks up, where it comes from. */
function followers({ link, role: { suspect } }: TracedLink): readonly ItemId[] {
  const down = link.target === undefined ? [] : [link.target];
  if (suspect === "down") return down;
  return suspect === "both" ? [link.from, ...down] : [link.from];
}
