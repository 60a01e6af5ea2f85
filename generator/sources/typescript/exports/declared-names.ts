import type { ExportedName, SymbolPart } from "#model/code/change.ts";
import ts from "typescript";

/** A declaration, before anybody says which module exports it. */
export type Declared = Omit<ExportedName, "module">;

const printer = ts.createPrinter({ removeComments: true });

const print = (node: ts.Node | undefined, file: ts.SourceFile): string =>
  node === undefined
    ? ""
    : printer.printNode(ts.EmitHint.Unspecified, node, file).replace(/\s+/g, " ").trim();

/** What a statement declares; nothing when it declares no name. */
export function declaredNames(statement: ts.Statement, file: ts.SourceFile): readonly Declared[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((each) => variable(each, file));
  }
  if (ts.isFunctionDeclaration(statement)) {
    return [{ name: nameOf(statement), kind: "function", ...callable(statement, file) }];
  }
  if (ts.isClassDeclaration(statement)) {
    return [{ name: nameOf(statement), kind: "class", ...classLike(statement, file) }];
  }
  if (ts.isInterfaceDeclaration(statement)) {
    const head = headOf(statement, file);
    return [
      {
        name: nameOf(statement),
        kind: "interface",
        head,
        parts: typeParts(statement.members, file),
      },
    ];
  }
  if (ts.isTypeAliasDeclaration(statement)) return [typeAlias(statement, file)];
  if (ts.isEnumDeclaration(statement)) return [enumeration(statement, file)];
  return ts.isModuleDeclaration(statement)
    ? [{ name: nameOf(statement), kind: "namespace", head: "", parts: [] }]
    : [];
}

/** A default export may have no name. */
const nameOf = ({ name }: ts.DeclarationStatement): string => name?.getText() ?? "default";

type Shape = Pick<Declared, "head" | "parts">;

function callable(node: ts.SignatureDeclaration, file: ts.SourceFile): Shape {
  const returned = node.type === undefined ? "" : `: ${print(node.type, file)}`;
  return {
    head: `${typeParameters(node, file)}()${returned}`,
    parts: node.parameters.map((each) => ({
      name: `${each.dotDotDotToken ? "..." : ""}${print(each.name, file)}`,
      text: print(each.type, file) || literalType(each),
      isOptional: Boolean(each.questionToken ?? each.initializer ?? each.dotDotDotToken),
    })),
  };
}

/** The type that a literal gives to what it is the default of. */
function literalType({ initializer }: ts.ParameterDeclaration): string {
  if (initializer === undefined) return "";
  if (ts.isStringLiteralLike(initializer) || ts.isTemplateExpression(initializer)) return "string";
  if (ts.isNumericLiteral(initializer)) return "number";
  const { TrueKeyword, FalseKeyword } = ts.SyntaxKind;
  return [TrueKeyword, FalseKeyword].includes(initializer.kind) ? "boolean" : "";
}

const typeParameters = (
  { typeParameters: names }: Pick<ts.SignatureDeclaration, "typeParameters">,
  file: ts.SourceFile,
): string => (names ? `<${names.map((each) => print(each, file)).join(", ")}>` : "");

const headOf = (
  node: ts.ClassDeclaration | ts.InterfaceDeclaration,
  file: ts.SourceFile,
): string => {
  const heritage = (node.heritageClauses ?? []).map((each) => print(each, file));
  return [typeParameters(node, file), ...heritage].filter((each) => each !== "").join(" ");
};

function typeParts(members: readonly ts.TypeElement[], file: ts.SourceFile): readonly SymbolPart[] {
  return merged(
    members.map((each) => ({
      name: each.name?.getText() ?? namelessMember(each, file),
      text: print(each, file).replace(/;$/, ""),
      isOptional: each.questionToken !== undefined,
    })),
  );
}

/** What can be called, made with `new`, or asked for by any name. */
function namelessMember(member: ts.TypeElement, file: ts.SourceFile): string {
  if (ts.isIndexSignatureDeclaration(member)) return `[${print(member.parameters[0], file)}]`;
  return ts.isConstructSignatureDeclaration(member) ? "new " : "(";
}

/** Overloads are one part. */
const merged = (parts: readonly SymbolPart[]): readonly SymbolPart[] =>
  [...Map.groupBy(parts, ({ name }) => name)].map(([name, all]) => ({
    name,
    text: all.map(({ text }) => text).join("; "),
    isOptional: all.some(({ isOptional }) => isOptional),
  }));

function typeAlias(node: ts.TypeAliasDeclaration, file: ts.SourceFile): Declared {
  const named = { name: nameOf(node), kind: "type" } as const;
  const head = typeParameters(node, file);
  return ts.isTypeLiteralNode(node.type)
    ? { ...named, head, parts: typeParts(node.type.members, file) }
    : { ...named, head: `${head} = ${print(node.type, file)}`.trim(), parts: [] };
}

const enumeration = (node: ts.EnumDeclaration, file: ts.SourceFile): Declared => ({
  name: nameOf(node),
  kind: "enum",
  head: "",
  parts: node.members.map((each) => ({
    name: each.name.getText(),
    text: print(each, file),
    isOptional: true,
  })),
});

function classLike(node: ts.ClassDeclaration, file: ts.SourceFile): Shape {
  const shown = node.members.filter(isShown);
  // Of an overloaded method the body belongs to nobody's contract.
  const overloaded = new Set(shown.flatMap((each) => (isBodiless(each) ? [memberName(each)] : [])));
  return {
    head: headOf(node, file),
    parts: merged(
      shown
        .filter((each) => isBodiless(each) || !overloaded.has(memberName(each)))
        .map((each) => ({
          name: memberName(each),
          text: memberText(each, file),
          isOptional: true,
        })),
    ),
  };
}

function isShown(member: ts.ClassElement): boolean {
  const flags = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  const isHidden = flags.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  const isPrivate = member.name !== undefined && ts.isPrivateIdentifier(member.name);
  return !isHidden && !isPrivate && !ts.isClassStaticBlockDeclaration(member);
}

const isBodiless = (member: ts.ClassElement): boolean =>
  (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member)) &&
  member.body === undefined;

const memberName = (member: ts.ClassElement): string =>
  ts.isConstructorDeclaration(member) ? "constructor" : (member.name?.getText() ?? "");

function memberText(member: ts.ClassElement, file: ts.SourceFile): string {
  if (!ts.isFunctionLike(member)) {
    const { type } = member as ts.PropertyDeclaration;
    return `${memberName(member)}: ${print(type, file)}`;
  }
  const { head, parts } = callable(member, file);
  const parameters = parts.map(parameterText).join(", ");
  return `${memberName(member)}${head.replace("()", `(${parameters})`)}`;
}

/** A parameter as people write it. */
export const parameterText = ({ name, text, isOptional }: SymbolPart): string =>
  `${name}${isOptional && !name.startsWith("...") ? "?" : ""}${text === "" ? "" : `: ${text}`}`;

function variable(node: ts.VariableDeclaration, file: ts.SourceFile): readonly Declared[] {
  if (!ts.isIdentifier(node.name)) return boundNames(node.name);
  const named = { name: node.name.text, kind: "variable" } as const;
  if (node.type) return [{ ...named, head: print(node.type, file), parts: [] }];
  const { initializer } = node;
  if (initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))) {
    return [{ ...named, ...callable(initializer, file) }];
  }
  const isLiteral = initializer !== undefined && ts.isLiteralExpression(initializer);
  return [{ ...named, head: isLiteral ? print(initializer, file).slice(0, 200) : "", parts: [] }];
}

/** `export const { a, b } = c`. */
const boundNames = (pattern: ts.BindingPattern): readonly Declared[] =>
  pattern.elements.flatMap((each) => {
    if (!ts.isBindingElement(each)) return [];
    return ts.isIdentifier(each.name)
      ? [{ name: each.name.text, kind: "variable" as const, head: "", parts: [] }]
      : boundNames(each.name);
  });
