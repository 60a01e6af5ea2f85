import type { CodeSymbol, SymbolKind, SymbolMember } from "#model/code.ts";
import { type Item, type ItemId, itemId } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/prose.ts";
import ts from "typescript";
import {
  type Comment,
  type DeclarationReflection,
  type Reflection,
  ReflectionKind,
  ReflectionType,
} from "typedoc";
import type { Model } from "./convert.ts";
import type { ModuleExport } from "./list-exports.ts";
import type { SignaturePrinter } from "./print-signature.ts";
import {
  commentLocation,
  moduleCommentLocation,
  type NameOf,
  writeComment,
  writeParts,
} from "./write-comment.ts";

export interface SymbolContext {
  readonly root: string;
  readonly model: Model;
  readonly printer: SignaturePrinter;
  readonly names: ReadonlyMap<Reflection, ItemId>;
  /** A file of the program by its absolute path. */
  readonly sourceOf: (path: string) => ts.SourceFile | undefined;
}

const kinds: ReadonlyMap<ReflectionKind, SymbolKind> = new Map([
  [ReflectionKind.Class, "class"],
  [ReflectionKind.Interface, "interface"],
  [ReflectionKind.TypeAlias, "type"],
  [ReflectionKind.Enum, "enum"],
  [ReflectionKind.Function, "function"],
  [ReflectionKind.Namespace, "namespace"],
  [ReflectionKind.Module, "namespace"],
]);

/** The item of one exported name. */
export function describeSymbol(
  each: ModuleExport,
  file: string,
  context: SymbolContext,
): Item<"symbol"> {
  const { module, name, declarations } = each;
  const passedOn = printReExport(each);
  const own = each.package === undefined ? declarations : [];
  const comments = own.flatMap((declaration) => commentsOf(declaration));
  const { node, location } = locateExport(each, file, context);
  const text = passedOn === undefined && node ? writeComment(comments[0], nameOf(context)) : "";
  return {
    kind: "symbol",
    id: itemId("symbol", `${module}.${name}`),
    title: name,
    location,
    ...(text !== "" && node && { description: { text, location: commentLocation(node, file) } }),
    attributes: {
      module,
      documented: comments.some((comment) => comment.hasVisibleComponent()),
      deprecated: comments.some((comment) => comment.getTag("@deprecated") !== undefined),
      ...(each.isDefault && { isDefault: true }),
      ...(each.package !== undefined && { package: each.package }),
      ...(passedOn === undefined
        ? declared(each, context)
        : { kind: "reference", signature: passedOn, members: [] }),
    },
  };
}

/** Its own declaration, or else the statement that passes it on. */
export function locateExport(
  { declarations, reExport }: ModuleExport,
  file: string,
  { model, root }: SymbolContext,
): { readonly location: Location; readonly node?: ts.Declaration } {
  const node = declarations
    .flatMap((declaration) => model.declarationsOf(declaration))
    .find((each) => each.getSourceFile().fileName === `${root}/${file}`);
  if (node === undefined || ts.isSourceFile(node)) {
    return { location: { file, line: reExport?.line ?? 1 } };
  }
  return { node, location: locate(node, file) };
}

function declared(
  { name, declarations }: ModuleExport,
  context: SymbolContext,
): Pick<CodeSymbol, "kind" | "signature" | "members"> {
  const nodes = declarations.flatMap((declaration) => context.model.declarationsOf(declaration));
  return {
    kind: kinds.get(declarations[0]?.kind ?? ReflectionKind.Variable) ?? "variable",
    signature: printAll(nodes, name, context.printer),
    members: declarations.flatMap((declaration) => membersOf(declaration, context)),
  };
}

/** Nothing for what the module declares itself. */
function printReExport(each: ModuleExport): string | undefined {
  const module = each.from?.module ?? (each.package && each.reExport?.specifier);
  if (module === undefined) return undefined;
  const outer = each.isDefault ? "default" : each.name;
  const inner = innerName(each) ?? outer;
  if (inner === "*") return `export * as ${outer} from "${module}"`;
  return `export { ${inner === outer ? outer : `${inner} as ${outer}`} } from "${module}"`;
}

/** What the module that has it calls an export; `*` for the module itself. */
function innerName({ from, reExport }: ModuleExport): string | undefined {
  if (from && from.name === undefined) return "*";
  return reExport ? reExport.name : from?.name;
}

/** Every declaration of the name; of an overloaded function only what callers see. */
function printAll(
  nodes: readonly ts.Declaration[],
  name: string,
  printer: SignaturePrinter,
): string {
  const distinct = [...new Set(nodes)];
  const overloads = distinct.filter((node) => ts.isFunctionDeclaration(node) && !node.body);
  const shown = distinct.filter(
    (node) => overloads.length === 0 || !ts.isFunctionDeclaration(node) || !node.body,
  );
  return shown.map((node) => printer.declaration(node, name)).join("\n\n");
}

const nameOf =
  ({ names }: SymbolContext): NameOf =>
  (target) => {
    for (let each: Reflection | undefined = target; each; each = each.parent) {
      const name = names.get(each);
      if (name !== undefined) return name;
    }
    return undefined;
  };

/** Of a function the comment belongs to its signatures. */
const commentsOf = (declaration: DeclarationReflection): readonly Comment[] =>
  [declaration, ...(declaration.signatures ?? [])].flatMap(({ comment }) => comment ?? []);

/** Fields and methods of a type, and those parameters of a function that are described. */
function membersOf(
  declaration: DeclarationReflection,
  context: SymbolContext,
): readonly SymbolMember[] {
  const parameters = (declaration.signatures ?? [])
    .flatMap((signature) => signature.parameters ?? [])
    .filter(({ comment }) => comment !== undefined);
  if (declaration.kindOf([ReflectionKind.Enum, ReflectionKind.Variable])) return [];
  const inner =
    declaration.type instanceof ReflectionType ? declaration.type.declaration : undefined;
  const children = (declaration.children ?? inner?.children ?? []).filter(
    // What is inherited is shown where it is declared.
    ({ inheritedFrom }) => inheritedFrom === undefined,
  );
  return [...children, ...parameters].map((child) => describeMember(child, context));
}

function describeMember(child: Reflection, context: SymbolContext): SymbolMember {
  const [node] = context.model.declarationsOf(child);
  const comments = "signatures" in child ? commentsOf(child as DeclarationReflection) : [];
  const comment = child.comment ?? comments[0];
  const text = comment ? writeParts(comment.summary, nameOf(context)) : "";
  const described =
    node && text !== "" ? { text, location: memberLocation(node, context) } : undefined;
  return {
    name: child.name,
    signature: node ? context.printer.member(node, child.name) : child.name,
    ...(described && { description: described }),
  };
}

/** A parameter is described in the comment of its function, in a line that TypeDoc does not tell. */
const memberLocation = (node: ts.Declaration, { root }: SymbolContext): Location => {
  const file = node.getSourceFile().fileName.slice(root.length + 1);
  return commentLocation(ts.isParameter(node) ? node.parent : node, file);
};

/** What a module says of itself: its own comment, or the one before its first re-export. */
export function describeModule(
  sourceFile: ts.SourceFile,
  file: string,
  { context, module }: { context: SymbolContext; module: Reflection | undefined },
): Prose | undefined {
  const own = writeComment(module?.comment, nameOf(context));
  if (own !== "") return { text: own, location: moduleCommentLocation(sourceFile, file) };
  const [first] = sourceFile.statements;
  if (first === undefined || !ts.isExportDeclaration(first)) return undefined;
  const comment = ts.getJSDocCommentsAndTags(first).find(ts.isJSDoc)?.comment;
  const text = ts.getTextOfJSDocComment(comment)?.trim() ?? "";
  return text === "" ? undefined : { text, location: commentLocation(first, file) };
}

function locate(node: ts.Declaration, file: string): Location {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return { file, line: line + 1 };
}
