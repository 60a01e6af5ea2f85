import { distance } from "fastest-levenshtein";

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A beginning (`pt` of `pt-BR`) is as near as one edit. */
const editsBetween = (wanted: string, name: string): number =>
  wanted.length > 1 && name.startsWith(wanted)
    ? Math.min(1, name.length - wanted.length)
    : distance(wanted, name);

/** Up to three of `known` that look like `written`, best first; none when nothing is near. */
export function suggest(written: string, known: Iterable<string>): readonly string[] {
  const wanted = fold(written);
  const limit = wanted.length <= 3 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  // Folding only drops marks, so a name much shorter than wanted is never near; cheap, and first.
  const candidates = [...new Set(known)].filter(({ length }) => length >= wanted.length - limit);
  return candidates
    .map((name) => ({ name, edits: editsBetween(wanted, fold(name)) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
