import type { SymbolMember } from "#model/code/items.ts";
import type { Prose } from "#model/pages/prose.ts";
import ts from "typescript";
import {
  DeclarationReflection,
  IntersectionType,
  type ParameterReflection,
  type Reflection,
  ReflectionFlag,
  ReflectionKind,
  ReflectionType,
  type SignatureReflection,
  type SomeType,
  type TypeParameterReflection,
} from "typedoc";
import {
  commentsOf,
  joinComments,
  listParameters,
  nameOf,
  shownNodes,
} from "./describe-comments.ts";
import type { SymbolContext } from "../symbol-context.ts";
import { commentLocation } from "./write-comment.ts";

type Member =
  DeclarationReflection | ParameterReflection | TypeParameterReflection | SignatureReflection;

/** Fields and methods of a type, and those parameters of a function that are described. */
export function membersOf(
  declaration: DeclarationReflection,
  context: SymbolContext,
): readonly SymbolMember[] {
  const children = childrenOf(declaration).filter((child) => isShown(child, declaration, context));
  const parameters = [declaration, ...(declaration.signatures ?? [])].flatMap(listParameters);
  const members = [...children, ...(declaration.indexSignatures ?? []), ...parameters];
  const described = members.map((member) => describeMember(member, context));
  // Overloads share parameters, and often what is said of them.
  return [...new Map(described.map((member) => [JSON.stringify(member), member])).values()];
}

const childrenOf = (declaration: DeclarationReflection): readonly DeclarationReflection[] =>
  declaration.children ?? childrenOfType(declaration.type);

function childrenOfType(type: SomeType | undefined): readonly DeclarationReflection[] {
  if (type instanceof IntersectionType) return type.types.flatMap(childrenOfType);
  return type instanceof ReflectionType ? (type.declaration.children ?? []) : [];
}

function isShown(
  child: DeclarationReflection,
  owner: DeclarationReflection,
  { model }: SymbolContext,
): boolean {
  // What is inherited is shown where it is declared.
  if (child.inheritedFrom !== undefined) return false;
  // Values and enumerations are printed whole; only what is said of their parts is missing there.
  if (owner.kindOf([ReflectionKind.Enum, ReflectionKind.Variable]))
    return commentsOf(child).some((comment) => comment.hasVisibleComponent());
  // A class that writes no constructor has none of its own.
  return (
    !child.kindOf(ReflectionKind.Constructor) ||
    model.declarationsOf(child).some((node) => !ts.isClassLike(node))
  );
}

function describeMember(child: Member, context: SymbolContext): SymbolMember {
  const nodes = shownNodes(context.model.declarationsOf(child));
  const types = nodes.map((node) => context.printer.type(node));
  const inferred = child.type?.toString() ?? "";
  const initial = initialOf(child);
  const text = joinComments(child, types, nameOf(context));
  const [node] = nodes;
  const isGiven = child.kindOf([ReflectionKind.Parameter, ReflectionKind.TypeParameter]);
  return {
    name: displayName(child, node),
    ...(isGiven && { isParameter: true as const }),
    modifiers: modifiersOf(child),
    isOptional: child.flags.hasFlag(ReflectionFlag.Optional),
    types: [...new Set(node ? types : [inferred])].filter((type) => type !== ""),
    ...(initial !== undefined && { initial }),
    ...(node && text !== "" && { description: { text, location: place(node, context) } }),
  };
}

function displayName(child: Member, node: ts.Declaration | undefined): string {
  if (node && ts.isIndexSignatureDeclaration(node)) {
    return `[${node.parameters.map((key) => key.getText()).join(", ")}]`;
  }
  if (node === undefined || !ts.isParameter(node)) return child.name;
  const name = node.name.getText().replace(/\s+/g, " ");
  return node.dotDotDotToken ? `...${name}` : name;
}

function modifiersOf(child: Member): readonly string[] {
  const { flags } = child;
  const accessors =
    child instanceof DeclarationReflection
      ? [child.getSignature ? "get" : "", child.setSignature ? "set" : ""]
      : [];
  return [
    flags.isProtected ? "protected" : "",
    flags.isStatic ? "static" : "",
    flags.isAbstract ? "abstract" : "",
    flags.isReadonly ? "readonly" : "",
    ...accessors,
  ].filter((word) => word !== "");
}

/** TypeDoc writes `...` for what is longer than a value. */
const initialOf = (child: Reflection): string | undefined =>
  "defaultValue" in child &&
  typeof child.defaultValue === "string" &&
  child.defaultValue !== "..." &&
  !child.kindOf(ReflectionKind.EnumMember)
    ? child.defaultValue
    : undefined;

/** A parameter is described in the comment of its function, in a line that TypeDoc does not tell. */
const place = (node: ts.Declaration, { root }: SymbolContext): Prose["location"] => {
  const file = node.getSourceFile().fileName.slice(root.length + 1);
  const inFunction = ts.isParameter(node) || ts.isTypeParameterDeclaration(node);
  return commentLocation(inFunction ? node.parent : node, file);
};
