const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

const fromCode = (code: number): string =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : "\ufffd";

function decodeEntity(whole: string): string {
  const name = whole.slice(1, -1);
  if (!name.startsWith("#")) return named[name] ?? whole;
  const isHex = /^#x/i.test(name);
  return fromCode(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}

/** Undoes the character references that HTML writers use; rare named ones stay as they are. */
export const decodeEntities = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);/gi, decodeEntity)
    : text;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
  "|": "&#124;",
};

/** Safe between the quotes of an attribute, also where the tag stands in a table. */
export const encodeAttribute = (text: string): string =>
  text.replace(/[&<>"'`|]/g, (character) => entities[character] ?? character);
