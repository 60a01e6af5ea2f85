import type { Fact, Reference } from "#model/fact.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { type LinkRole, linkRoles } from "#model/links/link-role.ts";

/** A text in which tags are looked for. */
export interface TaggedText {
  readonly text: string;
  /** Relative to the root. */
  readonly file: string;
  /** What tags belong to that stand with nothing else: the module, the migration, the page. */
  readonly whole?: ItemId;
  readonly foreign?: boolean;
}

/** A tag stands first in its comment, or first on a line of it; one in quotes is spoken of. */
const tag =
  /^(.*?(?<![`'"<!/#-])(?:\/\/+|\/\*+|--+|#+|<!--|^[ \t]*\*)[ \t]*)@trace[ \t]+([^\r\n]*)/;

/**
 * What `@trace` tags in the comments of a file say: each belongs to what stands right below its
 * comment; else to what it stands in, as far as that is known; else to the file.
 */
export function readTraceTags(
  { text, file, whole, foreign }: TaggedText,
  facts: readonly Fact[],
): readonly Reference[] {
  if (!text.includes("@trace")) return [];
  const items = itemsIn(facts, file);
  const lines = text.split("\n");
  const fenced = file.endsWith(".md") ? fencedLines(lines) : undefined;
  return lines.flatMap((line, index) => {
    const [, before = "", said = ""] = fenced?.has(index) === true ? [] : (tag.exec(line) ?? []);
    const from = said === "" ? undefined : (ownerOf(index, lines, items) ?? whole);
    if (from === undefined) return [];
    const start = before.length + line.slice(before.length).indexOf(said);
    return namesIn(said).map(({ offset, ...named }) => ({
      from,
      ...named,
      location: { file, line: index + 1, column: start + offset + 1 },
      ...(foreign && { foreign }),
    }));
  });
}

/** The items that begin in a file, by their lines: of a table and its columns on one line, the table. */
function itemsIn(facts: readonly Fact[], file: string): ReadonlyMap<number, Item> {
  const items = new Map<number, Item>();
  for (const fact of facts) {
    if (fact.fact !== "item" || fact.item.location.file !== file) continue;
    const { line = 0 } = fact.item.location;
    const known = items.get(line);
    const isWhole = containers.has(fact.item.kind);
    if (known === undefined ? !isWhole : isWithin(known, fact.item)) items.set(line, fact.item);
  }
  return items;
}

/** What holds everything in a file, and begins wherever the first of it does. */
const containers: ReadonlySet<string> = new Set([
  "module",
  "migration",
  "page",
  "asset",
  "api",
  "namespace",
]);

const isWithin = (part: Item, { id, kind }: Item): boolean =>
  !containers.has(kind) && itemName(part.id).startsWith(itemName(id));

const comment = /^[ \t]*(?:\/\/|\/\*|\*|--|#|@\w|$)/;

/** The item right below the comment that a line is part of. */
function ownerOf(
  index: number,
  lines: readonly string[],
  items: ReadonlyMap<number, Item>,
): ItemId | undefined {
  const onLine = items.get(index + 1);
  if (onLine !== undefined) return onLine.id;
  let below = index + 1;
  while (below < lines.length && comment.test(lines[below] ?? "")) below += 1;
  return items.get(below + 1)?.id;
}

function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence !== undefined || mark !== undefined) fenced.add(index);
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
  }
  return fenced;
}

interface Named {
  readonly role: LinkRole;
  readonly declaredRole?: string;
  readonly to: string;
  readonly offset: number;
}

/** `P3, P4`; `verifies P3`; `satisfies: P3`, with a role that the project declares. Words may follow. */
function namesIn(said: string): readonly Named[] {
  const text = said.replace(/\s*(?:\*\/|-->).*$/, "");
  const { gap, ...role } = roleIn(text);
  const list = /^[\p{L}\p{N}][^\s,]*(?:\s*,\s*[^\s,]+)*/u.exec(text.slice(gap))?.[0] ?? "";
  return [...list.matchAll(/[^\s,]+/g)].map(({ 0: to, index }) => ({
    ...role,
    to,
    offset: gap + index,
  }));
}

/** The role in front of the names, and how much of the text it takes; `implements` without one. */
function roleIn(text: string): Pick<Named, "role" | "declaredRole"> & { readonly gap: number } {
  const [whole = "", word = "", colon = ""] = /^([a-z][a-z0-9-]*)(:?)\s+/.exec(text) ?? [];
  if (Object.hasOwn(linkRoles, word)) return { role: word as LinkRole, gap: whole.length };
  if (colon === "") return { role: "implements", gap: 0 };
  return { role: "refers-to", declaredRole: word, gap: whole.length };
}
