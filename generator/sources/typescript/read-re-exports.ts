import ts from "typescript";

/** A statement that passes on what another module exports. */
export interface ReExport {
  /** As written: `./b.ts`, `p-timeout`. */
  readonly specifier: string;
  /** What the other module calls it; `*` for all of it. */
  readonly name: string;
  readonly line: number;
}

/** What a file passes on by name. */
export type ReExports = ReadonlyMap<string, ReExport>;

/** Reads the statements alone: what they name may not be there. */
export function readReExports(file: ts.SourceFile): ReExports {
  const imports = new Map(file.statements.flatMap((statement) => importsOf(statement, file)));
  return new Map(file.statements.flatMap((statement) => exportsOf(statement, { file, imports })));
}

type Named = readonly [name: string, reExport: ReExport];

const lineOf = (node: ts.Node, file: ts.SourceFile): number =>
  file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;

const textOf = (node: ts.Expression | undefined): string | undefined =>
  node && ts.isStringLiteral(node) ? node.text : undefined;

function importsOf(statement: ts.Statement, file: ts.SourceFile): readonly Named[] {
  if (!ts.isImportDeclaration(statement) || !statement.importClause) return [];
  const specifier = textOf(statement.moduleSpecifier) ?? "";
  const { name, namedBindings } = statement.importClause;
  const line = lineOf(statement, file);
  const own: Named[] = name ? [[name.text, { specifier, name: "default", line }]] : [];
  if (!namedBindings) return own;
  if (ts.isNamespaceImport(namedBindings)) {
    return [...own, [namedBindings.name.text, { specifier, name: "*", line }]];
  }
  const named = namedBindings.elements.map((each): Named => [
    each.name.text,
    { specifier, name: (each.propertyName ?? each.name).text, line },
  ]);
  return [...own, ...named];
}

interface Imported {
  readonly file: ts.SourceFile;
  readonly imports: ReExports;
}

function exportsOf(statement: ts.Statement, { file, imports }: Imported): readonly Named[] {
  const passOn = (node: ts.Node, local: string, name: string): readonly Named[] => {
    const imported = imports.get(local);
    return imported ? [[name, { ...imported, line: lineOf(node, file) }]] : [];
  };
  if (ts.isExportAssignment(statement) && ts.isIdentifier(statement.expression)) {
    return passOn(statement, statement.expression.text, "default");
  }
  if (!ts.isExportDeclaration(statement)) return [];
  const specifier = textOf(statement.moduleSpecifier);
  const { exportClause } = statement;
  if (exportClause === undefined) return [];
  if (ts.isNamespaceExport(exportClause)) {
    const line = lineOf(statement, file);
    return [[exportClause.name.text, { specifier: specifier ?? "", name: "*", line }]];
  }
  return exportClause.elements.flatMap((each) => {
    const [name, local] = [each.name.text, (each.propertyName ?? each.name).text];
    if (specifier === undefined) return passOn(each, local, name);
    return [[name, { specifier, name: local, line: lineOf(each, file) }] as const];
  });
}
