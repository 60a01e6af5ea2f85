import { nextToken, type Token } from "../../../parser/token.ts";

/** The words of an expression that name this column of the table that it belongs to. */
function* namesOf(text: string, column: string): Generator<Token> {
  let before = "";
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    const written = text.slice(token.start, token.end);
    const isCalled = /^\s*\(/.test(text.slice(token.end)) && !written.startsWith('"');
    if (identifierOf(written) === column && before !== ":" && !isCalled) yield token;
    before = written;
  }
}

function identifierOf(written: string): string | undefined {
  if (written.startsWith('"')) return written.slice(1, -1).replaceAll('""', '"');
  return /^[\p{L}_]/u.test(written) ? written.toLowerCase() : undefined;
}

/** Whether an expression reads a column of its table. */
export const readsColumn = (text: string, column: string): boolean =>
  mayName(text, column) && !namesOf(text, column).next().done;

/** Most texts do not even hold the letters; within quotes, quotes are written twice. */
const mayName = (text: string, column: string): boolean =>
  column.includes('"') || text.includes(column) || text.toLowerCase().includes(column);

/** An expression with a column by its new name. */
export function renameInText(text: string, column: string, name: string): string {
  const plain = /^[\p{Ll}_][\p{Ll}\p{N}_$]*$/u.test(name);
  const written = plain ? name : `"${name.replaceAll('"', '""')}"`;
  return [...namesOf(text, column)].reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + written + rest.slice(end),
    text,
  );
}
