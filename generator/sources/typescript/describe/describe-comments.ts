import { codeSpan } from "#markdown/index.ts";
import ts from "typescript";
import {
  type Comment,
  DeclarationReflection,
  type ParameterReflection,
  type Reflection,
  ReflectionType,
  type SignatureReflection,
  type TypeParameterReflection,
} from "typedoc";
import type { SymbolContext } from "../symbol-context.ts";
import { type NameOf, writeComment, writeParts } from "./write-comment.ts";

/** How a comment names what it links to: the item of the declaration, or of the one around it. */
export const nameOf =
  ({ names, exported }: SymbolContext): NameOf =>
  (target) => {
    if (typeof target === "string") return exported.get(target);
    for (let each: Reflection | undefined = target; each; each = each.parent) {
      const name = names.get(each);
      if (name !== undefined) return name;
    }
    return undefined;
  };

/** Every declaration of a name; of an overloaded function only what callers see. */
export function shownNodes(nodes: readonly ts.Declaration[]): readonly ts.Declaration[] {
  const distinct = [...new Set(nodes)];
  const isBody = (node: ts.Declaration): boolean =>
    isOverloadable(node) && "body" in node && node.body !== undefined;
  const overloaded = distinct.some((node) => isOverloadable(node) && !isBody(node));
  return overloaded ? distinct.filter((node) => !isBody(node)) : distinct;
}

const isOverloadable = (node: ts.Declaration): boolean =>
  ts.isFunctionDeclaration(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node);

/** Of a function the comments belong to its signatures, of a property to those that read and set it. */
function signaturesOf(reflection: Reflection): readonly SignatureReflection[] {
  if (!(reflection instanceof DeclarationReflection)) return [];
  const { signatures = [], getSignature, setSignature, type } = reflection;
  const inner = type instanceof ReflectionType ? (type.declaration.signatures ?? []) : [];
  return [...signatures, getSignature ?? [], setSignature ?? [], inner].flat();
}

export const commentsOf = (reflection: Reflection): readonly Comment[] =>
  [reflection, ...signaturesOf(reflection)].flatMap(({ comment }) => comment ?? []);

/** Those parameters that somebody says something of. */
export const listParameters = ({
  parameters = [],
  typeParameters = [],
}: {
  readonly parameters?: readonly ParameterReflection[];
  readonly typeParameters?: readonly TypeParameterReflection[];
}): readonly (ParameterReflection | TypeParameterReflection)[] =>
  [...typeParameters, ...parameters].filter(({ comment }) => comment?.hasVisibleComponent());

/** All that is said of a member, its parameters included. */
export function joinComments(member: Reflection, types: readonly string[], name: NameOf): string {
  const own = writeComment(member.comment, name);
  const said = signaturesOf(member).map((signature) =>
    [
      writeComment(signature.comment, name),
      listParameters(signature)
        .map((each) => `- ${codeSpan(each.name)}: ${indent(writeSummary(each, name))}`)
        .join("\n"),
    ]
      .filter((text) => text !== "")
      .join("\n\n"),
  );
  return joinOverloads([own, ...said], ["", ...(types.length > 1 ? types : [])]);
}

const writeSummary = ({ comment }: Reflection, name: NameOf): string =>
  writeParts(comment?.summary ?? [], name);

const indent = (text: string): string => text.replaceAll("\n", "\n  ");

/** What is said of each overload, each but the first under its signature; what is the same, once. */
export function joinOverloads(texts: readonly string[], signatures: readonly string[]): string {
  const said = texts.map((text, index) => ({ text, signature: signatures[index] ?? "" }));
  const distinct = said.filter(({ text }, index) => text !== "" && texts.indexOf(text) === index);
  return distinct
    .map(({ text, signature }, index) =>
      index === 0 || signature === "" ? text : `${codeSpan(signature)}\n\n${text}`,
    )
    .join("\n\n");
}
