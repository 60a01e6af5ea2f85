import type { SplitText, StatementRange } from "./split-statements.ts";
import type { Token } from "./token.ts";

/** Statements and commands of psql as they follow each other. */
export const stepsOf = ({ statements, metas }: SplitText): readonly (StatementRange | Token)[] =>
  metas.length === 0 ? statements : [...statements, ...metas].sort((a, b) => a.start - b.start);

/** A statement in which commands of psql are spaces, so that offsets stay right. */
export function blankMetas(text: string, { start, end, metas }: StatementRange): string {
  let rest = text.slice(start, end);
  for (const meta of metas) {
    const spaces = " ".repeat(meta.end - meta.start);
    rest = rest.slice(0, meta.start - start) + spaces + rest.slice(meta.end - start);
  }
  return rest;
}
