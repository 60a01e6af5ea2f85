import type { CodeSymbol, SymbolKind } from "#model/code/items.ts";
import { type Item, itemId } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";
import ts from "typescript";
import { type DeclarationReflection, type Reflection, ReflectionKind } from "typedoc";
import { commentsOf, joinOverloads, nameOf, shownNodes } from "./describe-comments.ts";
import { membersOf } from "./describe-members.ts";
import type { ModuleExport } from "../list-exports.ts";
import type { SignaturePrinter } from "./print-signature.ts";
import type { SymbolContext } from "../symbol-context.ts";
import { commentLocation, moduleCommentLocation, writeComment } from "./write-comment.ts";

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
  const text = passedOn === undefined && node ? describeAll(own, context) : "";
  return {
    kind: "symbol",
    id: itemId("symbol", `${module}.${name}`),
    title: name,
    location,
    ...(text !== "" &&
      node && {
        description: { text, location: commentLocation(node, fileOf(node, context.root)) },
      }),
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

/** Its own declaration, in the file itself if it can be, or else the statement that passes it on. */
export function locateExport(
  { declarations, reExport, from }: ModuleExport,
  file: string,
  { model, root }: SymbolContext,
): { readonly location: Location; readonly node?: ts.Declaration } {
  const nodes = declarations.flatMap((declaration) => model.declarationsOf(declaration));
  const isHere = (each: ts.Declaration): boolean =>
    each.getSourceFile().fileName === `${root}/${file}`;
  const passedOn = { location: { file, line: reExport?.line ?? 1 } };
  const node = nodes.find(isHere) ?? (from === undefined ? nodes.find(isOwn(root)) : undefined);
  if (node === undefined || ts.isSourceFile(node)) return passedOn;
  return { node, location: locate(node, fileOf(node, root)) };
}

const fileOf = (node: ts.Node, root: string): string =>
  node.getSourceFile().fileName.slice(root.length + 1);

/** Whether it stands in the project, and in no package that is installed there. */
const isOwn =
  (root: string) =>
  (node: ts.Declaration): boolean => {
    const { fileName } = node.getSourceFile();
    return fileName.startsWith(`${root}/`) && !fileName.includes("/node_modules/");
  };

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

const printAll = (
  nodes: readonly ts.Declaration[],
  name: string,
  printer: SignaturePrinter,
): string =>
  shownNodes(nodes)
    .map((node) => printer.declaration(node, name))
    .join("\n\n");

/** All that is said of a name; of an overloaded function under each of its signatures. */
function describeAll(
  declarations: readonly DeclarationReflection[],
  context: SymbolContext,
): string {
  const texts = declarations.flatMap((declaration) => {
    const nodes = shownNodes(context.model.declarationsOf(declaration));
    const types = nodes.map((node) => context.printer.type(node));
    const { signatures = [], comment } = declaration;
    const own = [comment, ...signatures.map((each) => each.comment)];
    return joinOverloads(
      own.map((each) => writeComment(each, nameOf(context))),
      ["", ...(signatures.length > 1 ? types : [])],
    );
  });
  return joinOverloads(texts, []);
}

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
