import type { DatabaseCall } from "#model/code/items.ts";
import { type ItemId } from "#model/item.ts";
import ts from "typescript";

/** Where in a file its exported declarations stand. */
export interface CallContext {
  /** Relative to the root. */
  readonly path: string;
  /** The id of the symbol that a name at the top of the file is exported as. */
  readonly symbolOf: (name: string) => ItemId | undefined;
}

/** The tables and functions that a file names in `.from('x')`, `.rpc('f')`, `.schema('s')`. */
export function databaseCalls(file: ts.SourceFile, context: CallContext): readonly DatabaseCall[] {
  // Most files name none, and walking a tree takes longer than looking for a word.
  if (!/\.\s*(?:from|rpc)\s*[(<]/.test(file.text)) return [];
  return file.statements.flatMap((statement) => {
    const found: DatabaseCall[] = [];
    const symbol = namesOf(statement)
      .map(context.symbolOf)
      .find((id) => id !== undefined);
    const visit = (node: ts.Node): void => {
      const call = ts.isCallExpression(node) ? readCall(node) : undefined;
      if (call) {
        const location = placeOf(file, context.path, call.argument);
        const { role, name, namespace } = call;
        found.push({
          role,
          name,
          ...(namespace !== undefined && { namespace }),
          ...(symbol !== undefined && { symbol }),
          location,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
    return found;
  });
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function placeOf(file: ts.SourceFile, path: string, node: ts.Node): DatabaseCall["location"] {
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { file: path, line: line + 1, column: character + 1 };
}

interface Call extends Pick<DatabaseCall, "role" | "name" | "namespace"> {
  readonly argument: ts.Node;
}

/** Only names that stand in the code: what is computed leads anywhere. */
function readCall(node: ts.CallExpression): Call | undefined {
  const { expression } = node;
  const [argument, ...rest] = node.arguments;
  if (!ts.isPropertyAccessExpression(expression)) return undefined;
  if (argument === undefined || !ts.isStringLiteralLike(argument)) return undefined;
  const method = expression.name.text;
  const isFrom = method === "from" && rest.length === 0 && !isOther(expression.expression);
  if (!isFrom && method !== "rpc") return undefined;
  const namespace = schemaOf(expression.expression);
  return {
    role: isFrom ? roleOf(node) : "calls",
    name: argument.text,
    ...(namespace !== undefined && { namespace }),
    argument,
  };
}

/** `Array.from`, `Buffer.from`, and `storage.from`, which names a bucket of files. */
function isOther(receiver: ts.Expression): boolean {
  if (ts.isIdentifier(receiver)) return /^[A-Z]|^storage$/.test(receiver.text);
  return ts.isPropertyAccessExpression(receiver) && /^[A-Z]|^storage$/.test(receiver.name.text);
}

function schemaOf(receiver: ts.Expression): string | undefined {
  if (!ts.isCallExpression(receiver)) return undefined;
  const { expression } = receiver;
  const [argument] = receiver.arguments;
  const isSchema = ts.isPropertyAccessExpression(expression) && expression.name.text === "schema";
  return isSchema && argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}

const writing: ReadonlySet<string> = new Set(["insert", "update", "upsert", "delete"]);

/** What the next call of the chain does: `.from('x').insert(…)`. */
function roleOf({ parent }: ts.CallExpression): "reads" | "writes" {
  return ts.isPropertyAccessExpression(parent) && writing.has(parent.name.text)
    ? "writes"
    : "reads";
}
