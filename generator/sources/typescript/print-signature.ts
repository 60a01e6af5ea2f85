import ts from "typescript";

const printer = ts.createPrinter({ removeComments: true });

/** Prints declarations as their author wrote them, without comments, bodies and `export`. */
export interface SignaturePrinter {
  readonly declaration: (node: ts.Declaration, name: string) => string;
  /** A field, method or parameter, on one line. */
  readonly member: (node: ts.Declaration, name: string) => string;
}

export function signaturePrinter(checker: ts.TypeChecker): SignaturePrinter {
  const declaration = (node: ts.Declaration, name: string): string =>
    printFunction(node, name, checker) ?? printNamed(node, name) ?? printValue(node, name, checker);
  return {
    declaration,
    member: (node, name) => oneLine(printMember(node, name, checker)),
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
}

/** `(a: string): number`, with the type that TypeScript infers where none is written. */
function printCall(
  node: ts.SignatureDeclaration,
  checker: ts.TypeChecker,
  { before, arrow }: Frame,
): string {
  const types = node.typeParameters?.map(print).join(", ");
  const generic = types === undefined ? "" : `<${types}>`;
  const parameters = node.parameters.map(print);
  const result = node.type ? print(node.type) : inferResult(node, checker);
  const line = `${before}${generic}(${parameters.join(", ")})${arrow}${result}`;
  if (line.length <= wide || parameters.length === 0) return line;
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

function printMember(node: ts.Declaration, name: string, checker: ts.TypeChecker): string {
  if (ts.isMethodDeclaration(node) || ts.isMethodSignature(node)) {
    return printCall(node, checker, { before: name, arrow: ": " });
  }
  if (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node)) {
    return printProperty(node, name, checker);
  }
  if (ts.isConstructorDeclaration(node)) {
    return `constructor(${node.parameters.map(print).join(", ")})`;
  }
  const whole =
    ts.isParameter(node) || ts.isIndexSignatureDeclaration(node) || ts.isEnumMember(node);
  return whole ? print(node) : `${name}: ${typeOf(node, checker)}`;
}

function printProperty(
  node: ts.PropertyDeclaration | ts.PropertySignature,
  name: string,
  checker: ts.TypeChecker,
): string {
  const readonly = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword);
  const optional = node.questionToken ? "?" : "";
  return `${readonly === true ? "readonly " : ""}${name}${optional}: ${typeOf(node, checker)}`;
}
