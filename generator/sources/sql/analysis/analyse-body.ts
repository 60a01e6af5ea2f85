import type { Node } from "libpg-query";
import { maskPlaceholders, restorePlaceholders } from "../parser/placeholders.ts";
import type { Parser } from "../parser/load-parser.ts";
import type { Name } from "../catalogue/entry.ts";
import { constantText, nameOf } from "../replay/read-nodes.ts";
import { collectBodyNames, type NamedObjects, noNames } from "./collect-names.ts";
import { maskTypes } from "./mask-types.ts";
import { walkTree } from "./walk-tree.ts";

/** A statement inside a PL/pgSQL body. */
export interface BodyStatement {
  readonly text: string;
  /** Of the body, from 1. */
  readonly line: number;
}

/** What a PL/pgSQL body does, as far as its text shows. */
export interface Body {
  /** Statements as they stand, and constant texts given to EXECUTE. */
  readonly statements: readonly BodyStatement[];
  /** Expressions: conditions, assignments, arguments of PERFORM. */
  readonly expressions: readonly BodyStatement[];
  /** EXECUTE of a text that is put together at run time. */
  readonly dynamic: readonly BodyStatement[];
}

/** Takes apart the body of a function or DO block, given the whole statement. */
export function readBody(
  parser: Parser,
  statement: string,
): { readonly body: Body } | { readonly reason: string } {
  const result = readBodyTree(parser, statement);
  return "reason" in result ? result : { body: collectBody(parser, result.tree) };
}

/** The parser's tree of the body, with placeholders as they are written. */
export function readBodyTree(
  parser: Parser,
  statement: string,
): { readonly tree: unknown } | { readonly reason: string } {
  const parsed = parser.parseBody(statement);
  if (parsed.ok) return { tree: parsed.value };
  const { text, written } = maskPlaceholders(statement);
  const unmasked = written.size > 0 ? parser.parseBody(text) : parsed;
  const again = unmasked.ok ? unmasked : parser.parseBody(maskTypes(text));
  if (!again.ok) return { reason: parsed.reason };
  return { tree: restorePlaceholders(again.value, written) };
}

/** Everything that a tree, or a part of one, does. */
export function collectBody(parser: Parser, tree: unknown): Body {
  const found = { statements: [], expressions: [], dynamic: [] };
  visit(tree, { parser, found, line: 1, kind: "" });
  return found;
}

interface Walk {
  readonly parser: Parser;
  readonly found: Record<keyof Body, BodyStatement[]>;
  readonly line: number;
  readonly kind: string;
}

function visit(node: unknown, walk: Walk): void {
  walkTree(node, (key, part) => {
    if (key === "PLpgSQL_expr") takeExpression((part as { query?: string }).query ?? "", walk);
    else if (key === "params") visit(part, { ...walk, kind: "" });
    else if (key.startsWith("PLpgSQL_stmt")) {
      const { lineno = walk.line } = part as { lineno?: number };
      visit(part, { ...walk, line: lineno, kind: key });
    } else return false;
    return true;
  });
}

const whole: ReadonlySet<string> = new Set([
  "PLpgSQL_stmt_execsql",
  "PLpgSQL_stmt_perform",
  "PLpgSQL_stmt_call",
  "PLpgSQL_stmt_return_query",
  "PLpgSQL_stmt_fors",
  "PLpgSQL_stmt_forc",
  "PLpgSQL_stmt_open",
]);

function takeExpression(text: string, { parser, found, line, kind }: Walk): void {
  if (kind.startsWith("PLpgSQL_stmt_dyn")) {
    const constant = constantOf(parser, text);
    if (constant === undefined) found.dynamic.push({ text, line });
    else found.statements.push({ text: constant, line });
  } else if (whole.has(kind)) found.statements.push({ text, line });
  else found.expressions.push({ text, line });
}

/** The text of an expression that is a constant: `'DROP TABLE x'`. */
function constantOf(parser: Parser, text: string): string | undefined {
  if (!/^\s*(?:[eE]?'|\$)/.test(text)) return undefined;
  const parsed = parser.parse(`SELECT ${text}`);
  const [select] = parsed.ok ? parsed.value : [];
  if (select === undefined || !("SelectStmt" in select)) return undefined;
  const [target] = select.SelectStmt.targetList ?? [];
  return target && "ResTarget" in target ? constantText(target.ResTarget.val) : undefined;
}

/** Parses a text with placeholders; undefined when it does not parse. */
export function parseLeniently(parser: Parser, text: string): readonly Node[] | undefined {
  const parsed = parser.parse(text);
  if (parsed.ok) return parsed.value;
  const masked = maskPlaceholders(text).text;
  const again = masked === text ? parsed : parser.parse(masked);
  return again.ok ? again.value : undefined;
}

const refresh = /\brefresh\s+materialized\s+view\b/i;

/**
 * A body that refreshes views by names it holds as texts (in an array that it loops over): every
 * text that could be a name is taken for one, and those that name no view lead nowhere.
 */
function refreshedByName({ dynamic, expressions, statements }: Body): readonly Name[] {
  if (!dynamic.some(({ text }) => refresh.test(text))) return [];
  return [...expressions, ...statements]
    .flatMap(({ text }) => [
      ...text.matchAll(/'((?:[\p{L}_][\p{L}\p{N}_]*\.)?[\p{L}_][\p{L}\p{N}_]*)'/gu),
    ])
    .map(([, written = ""]) => nameOf(written.split(".")));
}

/** The tables and functions that a body names. Only expressions that can name one are parsed. */
export function namesInBody(parser: Parser, body: Body): NamedObjects {
  const texts = [
    ...body.statements.map(({ text }) => text),
    ...body.expressions
      .filter(({ text }) => /\(|\bfrom\b/i.test(text))
      .map(({ text }) => `SELECT ${text.replace(/^[^;'"()]*?:=/, "")}`),
  ];
  const names = noNames();
  names.refreshes.push(...refreshedByName(body));
  for (const nodes of parseAll(parser, texts)) collectBodyNames(nodes, names);
  return names;
}

/** All at once, for a call of the parser costs more than a short text; one by one when one fails. */
function parseAll(parser: Parser, texts: readonly string[]): readonly (readonly Node[])[] {
  if (texts.length === 0) return [];
  const together = parseLeniently(parser, texts.join("\n;\n"));
  if (together !== undefined) return [together];
  return texts.flatMap((text) => {
    const nodes = parseLeniently(parser, text);
    return nodes === undefined ? [] : [nodes];
  });
}
