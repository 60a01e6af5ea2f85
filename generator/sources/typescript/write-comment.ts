import type { Prose } from "#model/prose.ts";
import ts from "typescript";
import { type Comment, type CommentDisplayPart, Reflection } from "typedoc";

/** The Markdown name of a documented thing that a comment links to; nothing when it has no item. */
export type NameOf = (target: Reflection) => string | undefined;

/** Tags that have a place of their own. */
const placed = new Set(["@deprecated", "@param", "@typeParam", "@property"]);

/** A doc comment as Markdown: its summary, then its blocks, each under its tag. */
export function writeComment(comment: Comment | undefined, nameOf: NameOf): string {
  if (comment === undefined) return "";
  const blocks = comment.blockTags
    .filter(({ tag }) => !placed.has(tag))
    .map(({ tag, content }) => {
      const text = writeParts(content, nameOf);
      return tag === "@remarks" ? text : `**${tag.slice(1)}** ${text}`;
    });
  return [writeParts(comment.summary, nameOf), ...blocks]
    .filter((text) => text !== "")
    .join("\n\n");
}

export const writeParts = (parts: readonly CommentDisplayPart[], nameOf: NameOf): string =>
  parts
    .map((part) => writePart(part, nameOf))
    .join("")
    .trim();

function writePart(part: CommentDisplayPart, nameOf: NameOf): string {
  if (part.kind !== "inline-tag") return part.text;
  if (!part.tag.startsWith("@link")) return `{${part.tag} ${part.text}}`;
  const { target } = part;
  if (typeof target === "string") return `[${part.text}](${target})`;
  const name = target instanceof Reflection ? nameOf(target) : undefined;
  if (name !== undefined) return `[[${name}|${part.text}]]`;
  // `{@link table:public.x}` names an item of another source; whether it is there is seen later.
  return /^[a-z-]+:\S+$/.test(part.text.trim()) ? `[[${part.text.trim()}]]` : `\`${part.text}\``;
}

/** Where the text of a node's doc comment begins, behind the opening and its white space. */
export function commentLocation(node: ts.Node, file: string): Prose["location"] {
  const source = node.getSourceFile();
  const comment = ts.getJSDocCommentsAndTags(owner(node)).find(ts.isJSDoc);
  const start = comment?.getStart(source) ?? node.getStart(source);
  const opening = comment ? (/^\/\*\*[\s*]*/.exec(comment.getText(source))?.[0].length ?? 0) : 0;
  const place = source.getLineAndCharacterOfPosition(start + opening);
  return { file, line: place.line + 1, column: place.character + 1 };
}

/** The comment of `const x = …` stands before the whole statement. */
const owner = (node: ts.Node): ts.Node =>
  ts.isVariableDeclaration(node) ? node.parent.parent : node;
