import type { Suppression } from "#model/schema/migration-operations.ts";
import type { PlacedText } from "./doc-comment.ts";
import type { StatementRange } from "./split-statements.ts";

const marker = /rastro-ignore[ \t]+([\w-]+)[ \t]*(?::[ \t]*([^\n]*?))?[ \t]*(?:\*\/|\r?$)/gm;

/** What the comments above a statement turn off in it: `-- rastro-ignore no-primary-key: a log`. */
export function suppressionsAbove(
  { text, place }: PlacedText,
  { comments, start, end }: StatementRange,
): readonly Suppression[] {
  return comments.flatMap((comment) => {
    const said = text.slice(comment.start, comment.end);
    return [...said.matchAll(marker)].map(({ index, 1: rule = "", 2: reason = "" }) => ({
      rule,
      reason,
      location: place(comment.start + index),
      from: place(start).line ?? 1,
      to: place(end).line ?? 1,
    }));
  });
}
