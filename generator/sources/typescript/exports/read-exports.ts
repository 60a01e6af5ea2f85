import ts from "typescript";
import { type ReExport, readReExports } from "../read-re-exports.ts";
import { type Declared, declaredNames, parameterText } from "./declared-names.ts";

/** What one file exports, as far as its own text says. */
export interface FileExports {
  readonly own: readonly Declared[];
  /** By the name that it gives them. */
  readonly passedOn: ReadonlyMap<string, ReExport>;
  /** `export * from`. */
  readonly stars: readonly string[];
}

/** Reads a file without its program: types that nobody wrote stay unknown. */
export function readExports(text: string, path: string): FileExports {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  // Comments are no part of what is compared.
  const { ParseNone } = ts.JSDocParsingMode;
  const how = { languageVersion: ts.ScriptTarget.ESNext, jsDocParsingMode: ParseNone };
  const file = ts.createSourceFile(path, text, how, true, kind);
  const local = file.statements.flatMap((each) => declaredNames(each, file));
  const exported = file.statements.filter(isExported).flatMap((each) => declaredNames(each, file));
  const renamed = file.statements.flatMap((each) => namedLocally(each, local));
  const passedOn = readReExports(file);
  return {
    own: joinOverloads([...exported, ...renamed].filter(({ name }) => !passedOn.has(name))),
    passedOn,
    stars: file.statements.flatMap(starOf),
  };
}

/** The other files that it names. */
export const specifiersOf = ({ passedOn, stars }: FileExports): readonly string[] => [
  ...stars,
  ...[...passedOn.values()].map(({ specifier }) => specifier),
];

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** `export { a, b as c }`, `export default a`. */
function namedLocally(statement: ts.Statement, local: readonly Declared[]): readonly Declared[] {
  const find = (name: string, as: string): readonly Declared[] =>
    local.filter((each) => each.name === name).map((each) => ({ ...each, name: as }));
  if (ts.isExportAssignment(statement)) {
    const { expression } = statement;
    const known = ts.isIdentifier(expression) ? find(expression.text, expression.text) : [];
    return known.length > 0 ? known : [{ name: "default", kind: "variable", head: "", parts: [] }];
  }
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) return [];
  const clause = statement.exportClause;
  return clause && ts.isNamedExports(clause)
    ? clause.elements.flatMap((each) => find((each.propertyName ?? each.name).text, each.name.text))
    : [];
}

function starOf(statement: ts.Statement): readonly string[] {
  if (!ts.isExportDeclaration(statement) || statement.exportClause) return [];
  const { moduleSpecifier } = statement;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
}

/** Several declarations of one kind under one name are one thing: overloads, merged interfaces. */
const joinOverloads = (names: readonly Declared[]): readonly Declared[] =>
  [...Map.groupBy(names, ({ kind, name }) => `${kind} ${name}`).values()].flatMap((all) => {
    const [first, ...more] = all;
    if (first === undefined || more.length === 0) return first ?? [];
    if (first.kind !== "function") return { ...first, parts: all.flatMap(({ parts }) => parts) };
    const written = all.map(({ head, parts }) => {
      const parameters = parts.map(parameterText).join(", ");
      return head.replace("()", `(${parameters})`);
    });
    return { ...first, head: written.join("; "), parts: [] };
  });
