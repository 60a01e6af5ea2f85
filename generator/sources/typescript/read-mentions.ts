import { readProse } from "#markdown/index.ts";
import type { Reference } from "#model/fact.ts";
import { type ItemId, itemName } from "#model/item.ts";
import type { Prose } from "#model/pages/prose.ts";
import type ts from "typescript";

/** How far behind the beginning of a comment its links are looked for. */
const longest = 50_000;

/** What a doc comment links to, each on the line where it stands. */
export function readMentions(
  prose: Prose,
  from: ItemId,
  source: ts.SourceFile,
): readonly Reference[] {
  const { line = 1, column = 1, file } = prose.location;
  const start = source.getPositionOfLineAndCharacter(line - 1, column - 1);
  const comment = source.text.slice(start, start + longest);
  const seen = new Map<string, number>();
  return readProse(prose, from).map((reference) => {
    const name = reference.written ?? reference.to;
    const at = findLink(comment, name, seen.get(name) ?? 0);
    if (at === undefined) return { ...reference, location: prose.location };
    seen.set(name, at + 1);
    const place = source.getLineAndCharacterOfPosition(start + at);
    return { ...reference, location: { file, line: place.line + 1, column: place.character + 1 } };
  });
}

const openings = ["[[", "](", "{@link ", "{@linkcode ", "{@linkplain ", "]: ", '"'];

/** Tags stand elsewhere in the text than in the comment, so the link itself is looked for. */
function findLink(comment: string, name: string, from: number): number | undefined {
  // What TypeDoc has found is named by its id; its author wrote the last part of it.
  const id = itemName(name as ItemId);
  const names = [name, id.slice(id.lastIndexOf(".") + 1)];
  const found = names
    .flatMap((each) => openings.map((opening) => indexOfWhole(comment, opening + each, from)))
    .filter((at) => at >= 0);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** `nope` is not the beginning of `nope.md`. */
function indexOfWhole(comment: string, link: string, from: number): number {
  let at = comment.indexOf(link, from);
  while (at >= 0 && /[\w.-]/.test(comment[at + link.length] ?? "")) {
    at = comment.indexOf(link, at + 1);
  }
  return at;
}
