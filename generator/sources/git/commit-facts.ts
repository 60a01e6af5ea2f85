import type { Reference } from "#model/fact.ts";
import type { Commit, Trailer } from "#model/history.ts";
import { type Item, type ItemId, itemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { Location } from "#model/location.ts";
import type { TaggedCommit } from "./tags/assign-releases.ts";
import { parseTag } from "./tags/parse-tag.ts";
import type { ReadCommit } from "./read-log.ts";

/** Long enough to be the only one in any repository, short enough to read. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

const trailerRoles: ReadonlyMap<string, LinkRole> = new Map([
  ["implements", "implements"],
  ["refs", "refers-to"],
  ["verifies", "verifies"],
]);

/** What is known of a commit beyond its own message. */
export interface CommitPlace {
  readonly state: Partial<Pick<Commit, "reverts" | "revertedBy" | "cancelled" | "aside">>;
  readonly release: string | undefined;
  readonly location: Location;
}

/** The item of a commit. */
export function commitItem(
  { record, parsed }: ReadCommit,
  { state, release, location }: CommitPlace,
): Item<"commit"> {
  const { hash, trailers } = record;
  const coAuthors = namesOf(trailers);
  return {
    kind: "commit",
    id: itemId("commit", shortHash(hash)),
    title: parsed.subject === "" ? shortHash(hash) : cut(parsed.subject),
    location,
    attributes: {
      ...record,
      ...parsed,
      ...(coAuthors.length > 0 && { coAuthors }),
      ...state,
      ...(release !== undefined && { release }),
    },
  };
}

/** What a commit names, and the release that brought it. */
export function commitReferences({
  id,
  location,
  attributes: { trailers, release },
}: Item<"commit">): readonly Reference[] {
  const references =
    trailers.length === 0
      ? []
      : trailers.flatMap((trailer) => trailerReferences(trailer, id, location));
  if (release !== undefined) {
    references.push({ from: id, role: "released-in", to: itemId("release", release), location });
  }
  return references;
}

/** Lists and searches show no more of a subject; the attributes have all of it. */
const longestTitle = 300;

const cut = (subject: string): string =>
  subject.length <= longestTitle ? subject : `${subject.slice(0, longestTitle).trimEnd()}…`;

/** Those who wrote it too, without their addresses. */
function namesOf(trailers: readonly Trailer[]): readonly string[] {
  const names = trailers
    .filter(({ key }) => key.toLowerCase() === "co-authored-by")
    .map(({ value }) => (value.split("<", 1)[0] ?? "").trim())
    .filter((name) => name !== "");
  return names.length > 1 ? [...new Set(names)] : names;
}

/** History cannot be edited, so what a commit names wrongly is a warning for ever. */
function trailerReferences(trailer: Trailer, from: ItemId, location: Location): Reference[] {
  const role = trailerRoles.get(trailer.key.toLowerCase());
  if (role === undefined) return [];
  return trailer.value
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !isForeign(name))
    .map((to) => ({ from, role, to, location, foreign: true }));
}

/** `#12`, `owner/repository#12`, an address, an object name: things of a forge or of git itself. */
const isForeign = (name: string): boolean =>
  /^[\w./-]*[#!]\d+$/.test(name) || /^[0-9a-f]{7,40}$/.test(name) || name.includes("://");

export function releaseItem(
  { tag, record, sameAs, foldedInto }: TaggedCommit,
  location: Location,
): Item<"release"> {
  return {
    kind: "release",
    id: itemId("release", tag),
    title: tag,
    location,
    attributes: {
      tag,
      ...parseTag(tag),
      commit: record.hash,
      date: record.committed,
      position: record.position,
      ...(sameAs !== undefined && { sameAs }),
      ...(foldedInto !== undefined && { foldedInto }),
    },
  };
}
