import { distance } from "fastest-levenshtein";

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

/** Up to three of `known` that look like `written`, best first; none when nothing is near. */
export function suggest(written: string, known: Iterable<string>): readonly string[] {
  const wanted = fold(written);
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(known)]
    .map((name) => ({ name, edits: distance(wanted, fold(name)) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
