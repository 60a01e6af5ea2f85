import { distance } from "fastest-levenshtein";

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Two letters that changed places are one slip, though two edits. */
function isTransposed(wanted: string, name: string): boolean {
  if (wanted.length !== name.length) return false;
  let at = 0;
  while (at < wanted.length && wanted[at] === name[at]) at++;
  return (
    wanted[at] === name[at + 1] &&
    wanted[at + 1] === name[at] &&
    wanted.slice(at + 2) === name.slice(at + 2)
  );
}

/** A beginning (`pt` of `pt-BR`) is as near as one edit. */
function editsBetween(wanted: string, name: string): number {
  if (wanted.length > 1 && name.startsWith(wanted)) return Math.min(1, name.length - wanted.length);
  const edits = distance(wanted, name);
  return edits === 2 && isTransposed(wanted, name) ? 1 : edits;
}

/** A short word with two other letters is another word; a long one may have more slips. */
const mostEdits = (length: number): number => Math.max(1, Math.floor((length - 1) / 4));

/**
 * Up to three of `known` that look like `written`, best first; none when nothing is near. What is
 * much further off than the best is not worth a look.
 */
export function suggest(written: string, known: Iterable<string>): readonly string[] {
  const wanted = fold(written);
  const limit = mostEdits(wanted.length);
  // Folding only drops marks, so a name much shorter than wanted is never near; cheap, and first.
  const candidates = [...new Set(known)].filter(({ length }) => length >= wanted.length - limit);
  const near = candidates
    .map((name) => ({ name, edits: editsBetween(wanted, fold(name)) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  const best = near[0]?.edits ?? 0;
  return near
    .filter(({ edits }) => edits <= best + 2)
    .slice(0, 3)
    .map(({ name }) => name);
}
