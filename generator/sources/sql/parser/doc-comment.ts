import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";
import { isTemplateComment } from "./template-comments.ts";
import type { Token } from "./token.ts";

/** A text, and where its offsets lie in a file. */
export interface PlacedText {
  readonly text: string;
  readonly place: (offset: number) => Location;
}

const lineBreaks = (text: string): number => text.split("\n").length - 1;

/**
 * What the comments right above `start` say: nothing but a line break between them and it. A
 * comment that follows other code on its line belongs to that code.
 */
export function docCommentAbove(
  source: PlacedText,
  comments: readonly Token[],
  start: number,
): Prose | undefined {
  if (comments.length === 0) return undefined;
  const { text } = source;
  const block: Token[] = [];
  let next = start;
  for (const comment of comments.toReversed()) {
    const between = text.slice(comment.end, next);
    if (lineBreaks(between) > 1 || between.trim() !== "" || !startsItsLine(text, comment)) break;
    block.unshift(comment);
    next = comment.start;
  }
  return toProse(source, block);
}

/**
 * Whether a comment is the title of the columns that follow it, not what describes the first of
 * them: a few words without a full stop, and the next column stands right below without a comment.
 */
export function isSectionTitle({ text: said }: Prose, text: string, end: number): boolean {
  const isTitle = !/[.!?;:\n]/.test(said) && said.split(/\s+/).length <= 4;
  return isTitle && /^[ \t]*,[ \t]*\r?\n[ \t]*(?:"|[\p{L}_])/u.test(text.slice(end, end + 200));
}

/** What a comment on the rest of the line after `end` says. */
export function docCommentAfter(source: PlacedText, end: number): Prose | undefined {
  const match = /^[ \t]*,?[ \t]*--[^\n]*/.exec(source.text.slice(end, end + 1000));
  if (match === null) return undefined;
  const start = end + match[0].indexOf("--");
  return toProse(source, [{ kind: "comment", start, end: end + match[0].length }]);
}

const startsItsLine = (text: string, { start }: Token): boolean =>
  text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";

function toProse(source: PlacedText, block: readonly Token[]): Prose | undefined {
  const [first] = block;
  if (first === undefined) return undefined;
  const lines = block.flatMap((comment) =>
    commentLines(source.text.slice(comment.start, comment.end)),
  );
  const said = lines.map((line) => (saysSomething(line) ? withoutRules(line) : ""));
  const blank = said.findIndex((line) => line !== "");
  if (blank < 0) return undefined;
  const { file, line = 1 } = source.place(first.start);
  return { text: said.slice(blank).join("\n").trimEnd(), location: { file, line: line + blank } };
}

const saysSomething = (line: string): boolean =>
  /[\p{L}\p{N}]/u.test(line) &&
  !/^(?:rastro-ignore|@trace)\s/.test(line) &&
  !isTemplateComment(line.trim());

/** `---- 4) Filtros ------------` → `4) Filtros`: lines that are drawn around a title say nothing. */
const withoutRules = (line: string): string =>
  line.replace(/^[ \t]*([-=*#~_─═])\1{2,}[ \t]*/u, "").replace(/[ \t]*([-=*#~_─═])\1{2,}$/u, "");

function commentLines(comment: string): readonly string[] {
  if (comment.startsWith("--")) return [comment.replace(/^-+[ \t]?/, "").trimEnd()];
  return comment
    .slice(2, -2)
    .split("\n")
    .map((line) => line.replace(/^\s*\*?[ \t]?/, "").trimEnd());
}
