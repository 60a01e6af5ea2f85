import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true });

/** Prints declarations as their author wrote them, without comments, bodies and `export`. */
export interface SignaturePrinter {
  readonly declaration: (node: ts.Declaration, name: string) => string;
  /** The type alone of a field, method or parameter, on one line. */
  readonly type: (node: ts.Declaration) => string;
}

export function signaturePrinter(checker: ts.TypeChecker): SignaturePrinter {
  const declaration = (node: ts.Declaration, name: string): string =>
    printFunction(node, name, checker) ?? printNamed(node, name) ?? printValue(node, name, checker);
  return {
    declaration,
    type: (node) => oneLine(printType(node, checker)),
  };
}

/** The printer indents by four; pages are narrow. */
const print = (node: ts.Node): string =>
  printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replace(/^(?: {4})+/gm, (indent) => " ".repeat(indent.length / 2));

const oneLine = (text: string): string => text.replace(/\s+/g, " ").replace(/;$/, "").trim();

/** Longer lines are hard to read in a page, so their parameters get a line each. */
const wide = 90;

/** What stands around the parameters: `function f`, and `: ` or ` => ` before the result. */
interface Frame {
  readonly before: string;
  readonly arrow: string;
  /** On one line, however long. */
  readonly isFlat?: boolean;
}

/** `(a: string): number`, with the type that TypeScript infers where none is written. */
function printCall(
  node: ts.SignatureDeclaration,
  checker: ts.TypeChecker,
  { before, arrow, isFlat = false }: Frame,
): string {
  const types = node.typeParameters?.map(print).join(", ");
  const generic = types === undefined ? "" : `<${types}>`;
  const parameters = node.parameters.map(print);
  const result = node.type ? print(node.type) : inferResult(node, checker);
  const line = `${before}${generic}(${parameters.join(", ")})${arrow}${result}`;
  if (isFlat || line.length <= wide || parameters.length === 0) return line;
  const broken = parameters.map((parameter) => `  ${parameter.replaceAll("\n", "\n  ")},\n`);
  return `${before}${generic}(\n${broken.join("")})${arrow}${result}`;
}

function inferResult(node: ts.SignatureDeclaration, checker: ts.TypeChecker): string {
  const signature = checker.getSignatureFromDeclaration(node);
  return signature
    ? checker.typeToString(checker.getReturnTypeOfSignature(signature), node)
    : "void";
}

function printFunction(
  node: ts.Declaration,
  name: string,
  checker: ts.TypeChecker,
): string | undefined {
  if (ts.isFunctionDeclaration(node)) {
    return printCall(node, checker, { before: `function ${name}`, arrow: ": " });
  }
  if (!ts.isVariableDeclaration(node) || node.type) return undefined;
  const value = node.initializer;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
    ? printCall(value, checker, { before: `const ${name}: `, arrow: " => " })
    : undefined;
}

function printNamed(node: ts.Declaration, name: string): string | undefined {
  if (ts.isInterfaceDeclaration(node)) return `interface ${name}${heritage(node)}`;
  if (ts.isClassDeclaration(node)) return `class ${name}${heritage(node)}`;
  if (ts.isTypeAliasDeclaration(node)) {
    return `type ${name}${generics(node)} = ${print(node.type)}`;
  }
  if (ts.isEnumDeclaration(node)) {
    return `enum ${name} {\n${node.members.map((member) => `  ${print(member)},\n`).join("")}}`;
  }
  if (ts.isNamespaceExport(node))
    return `export * as ${name} from ${print(node.parent.moduleSpecifier ?? node)}`;
  return ts.isModuleDeclaration(node) || ts.isSourceFile(node) ? `namespace ${name}` : undefined;
}

const generics = (node: ts.DeclarationWithTypeParameterChildren): string =>
  "typeParameters" in node && node.typeParameters
    ? `<${node.typeParameters.map(print).join(", ")}>`
    : "";

const heritage = (node: ts.InterfaceDeclaration | ts.ClassDeclaration): string =>
  generics(node) +
  (node.heritageClauses ?? []).map((clause) => ` ${print(clause).trim()}`).join("");

function printValue(node: ts.Declaration, name: string, checker: ts.TypeChecker): string {
  if (ts.isVariableDeclaration(node)) {
    const constant = (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
    return `${constant ? "const" : "let"} ${name}: ${typeOf(node, checker)}`;
  }
  return `const ${name}: ${typeOf(node, checker)}`;
}

function typeOf(node: ts.Declaration, checker: ts.TypeChecker): string {
  const written = (node as { readonly type?: ts.Node }).type;
  return written ? print(written) : checker.typeToString(checker.getTypeAtLocation(node), node);
}

function printType(node: ts.Declaration, checker: ts.TypeChecker): string {
  if (ts.isEnumMember(node)) return JSON.stringify(checker.getConstantValue(node) ?? "");
  if (ts.isTypeParameterDeclaration(node)) return node.constraint ? print(node.constraint) : "";
  if (!isCallable(node)) return kindOf(node) ?? typeOf(node, checker);
  const isNew = ts.isConstructorDeclaration(node) || ts.isConstructSignatureDeclaration(node);
  return printCall(node, checker, { before: isNew ? "new " : "", arrow: " => ", isFlat: true });
}

const isCallable = (node: ts.Declaration): node is ts.SignatureDeclaration =>
  ts.isFunctionLike(node) && !ts.isAccessor(node) && !ts.isIndexSignatureDeclaration(node);

/** What a type or a namespace is, of which no more fits on a line. */
const kindOf = (node: ts.Declaration): string | undefined =>
  printNamed(node, "")?.split(/[ \n{]/, 1)[0];
