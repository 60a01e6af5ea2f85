import type { BodyStatement } from "../analysis/analyse-body.ts";
import type { Context, StatementText } from "./context.ts";

/** The body of a function or DO block within its statement: where the statements in it stand. */
export interface BodyText {
  readonly statement: (statement: BodyStatement) => StatementText;
}

/** Statements are known by line; their text, found from that line on, gives the exact place. */
export function bodyText(context: Context): BodyText {
  const { text, tokens } = context.clauses();
  const quoted = tokens.findLast(({ kind, start }) => kind === "string" && text[start] === "$");
  const tag = quoted ? /^\$\w*\$/.exec(text.slice(quoted.start, quoted.end))?.[0] : undefined;
  const start = quoted && tag ? quoted.start + tag.length : undefined;
  return {
    statement: (statement) => {
      const line = start === undefined ? 0 : lineStart(text, start, statement.line);
      const needle = statement.text.replace(/^SELECT\s+/, "");
      const at = start === undefined ? -1 : text.indexOf(needle, line);
      const shift = at < 0 ? 0 : at - (statement.text.length - needle.length);
      const place = (offset: number) => context.place(at < 0 ? line : Math.max(at, shift + offset));
      return { text: statement.text, place, conditional: true };
    },
  };
}

/** Line 1 is the one that the body starts on; white space in front is no place to point at. */
function lineStart(text: string, from: number, line: number): number {
  let at = from;
  for (let skipped = 1; skipped < line; skipped++) {
    const next = text.indexOf("\n", at);
    if (next < 0) break;
    at = next + 1;
  }
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
