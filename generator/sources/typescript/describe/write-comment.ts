import { codeSpan } from "#markdown/index.ts";
import type { Prose } from "#model/pages/prose.ts";
import ts from "typescript";
import { type Comment, type CommentDisplayPart, type CommentTag, Reflection } from "typedoc";

/**
 * The Markdown name of a documented thing that a comment links to, by its reflection or, where
 * TypeScript does not see it from there, by the name it is exported under; nothing without an item.
 */
export type NameOf = (target: Reflection | string) => string | undefined;

/** Tags that have a place of their own. */
const placed = new Set(["@param", "@typeParam", "@property", "@trace"]);

/** Tags that sort the index of another tool and say nothing of the declaration. */
const sorting = new Set(["@group", "@category"]);

/** What readers must know of a declaration before they rely on it. */
const stages = new Set(["@alpha", "@beta", "@experimental", "@internal"]);

/** A doc comment as Markdown: its summary, then its blocks, each under its tag. */
export function writeComment(comment: Comment | undefined, nameOf: NameOf): string {
  if (comment === undefined) return "";
  const marks = [...comment.modifierTags].filter((tag) => stages.has(tag));
  const blocks = comment.blockTags
    .filter(({ tag }) => !placed.has(tag) && !sorting.has(tag))
    .map((block) => writeBlock(block, nameOf));
  return [
    writeParts(comment.summary, nameOf),
    marks.map((tag) => `**${tag.slice(1)}**`).join(" · "),
    ...blocks,
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Code, lists, quotes, tables, headings and HTML need a line of their own. */
const startsBlock = /^(?:`{3}|~{3}|[-*+] |\d+[.)] |#{1,6} |[>|<])/;

function writeBlock({ tag, name, typeAnnotation, content }: CommentTag, nameOf: NameOf): string {
  const text = writeParts(content, nameOf);
  if (tag === "@remarks") return text;
  const type = typeAnnotation?.replace(/^\{\s*|\s*\}$/g, "") ?? "";
  const title = [`**${tag.slice(1)}**`, type === "" ? "" : codeSpan(type), name ?? ""]
    .filter((part) => part !== "")
    .join(" ");
  return `${title}${startsBlock.test(text) ? "\n\n" : " "}${text}`.trimEnd();
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
  // What TypeScript knows and nobody documents is no broken link: a dependency's type.
  return target === undefined ? writeUnknown(part.text.trim(), nameOf) : codeSpan(part.text);
}

/**
 * `{@link take}` names an export that the file does not import, `{@link table:public.x}` an item of
 * another source: whether that is there is seen later.
 */
function writeUnknown(text: string, nameOf: NameOf): string {
  const [, name = "", label = ""] = /^([^\s|]+)(?:\s*\|\s*|\s+)?(.*)$/s.exec(text) ?? [];
  const words = label.replace(/[[\]\s]+/g, " ").trim();
  const known = nameOf(symbolIn(name));
  if (known !== undefined) return `[[${known}|${words === "" ? name : words}]]`;
  const isName = /^[\p{L}\p{N}_][^[\]\\]*$/u.test(name);
  if (!isName || keywords.has(name)) return codeSpan(words === "" ? text : words);
  return words === "" ? `[[${name}]]` : `[[${name}|${words}]]`;
}

/** Types of the language: nobody declares them. */
const keywords: ReadonlySet<string> = new Set(
  "any bigint boolean false never null number object string symbol true undefined unknown void".split(
    " ",
  ),
);

/** `take` of `take()` and of `take.all`; what names a package too, `@a/b!take`, is one name. */
const symbolIn = (name: string): string =>
  name.startsWith("@")
    ? name
    : (/^[\p{L}_$][\p{L}\p{N}_$]*(?=$|\(\)$|[.#])/u.exec(name)?.[0] ?? "");

/** Where the text of a node's doc comment begins, behind the opening and its white space. */
export function commentLocation(node: ts.Node, file: string): Prose["location"] {
  const source = node.getSourceFile();
  const comment = ts.getJSDocCommentsAndTags(owner(node)).find(ts.isJSDoc);
  return locateText(source, comment?.getStart(source) ?? node.getStart(source), file);
}

/** The comment of `const x = …` stands before the whole statement. */
const owner = (node: ts.Node): ts.Node =>
  ts.isVariableDeclaration(node) ? node.parent.parent : node;

/** Where the comment of a whole module begins: it stands before everything else. */
export function moduleCommentLocation(source: ts.SourceFile, file: string): Prose["location"] {
  const { text } = source;
  const comments = (
    ts.getLeadingCommentRanges(text, ts.getShebang(text)?.length ?? 0) ?? []
  ).filter(({ pos }) => text.startsWith("/**", pos));
  const named = comments.find(({ pos, end }) =>
    /@(?:module|packageDocumentation)\b/.test(text.slice(pos, end)),
  );
  return locateText(source, (named ?? comments[0])?.pos ?? 0, file);
}

function locateText(source: ts.SourceFile, start: number, file: string): Prose["location"] {
  const opening = /^\/\*\*[\s*]*/.exec(source.text.slice(start, start + 500))?.[0].length ?? 0;
  const place = source.getLineAndCharacterOfPosition(start + opening);
  return { file, line: place.line + 1, column: place.character + 1 };
}
