import type { Location } from "#model/location.ts";
import type { CreateFunctionStmt } from "libpg-query";
import { namesInBody, parseLeniently, readBody } from "../../analysis/analyse-body.ts";
import { collectBodyNames, type NamedObjects, noNames } from "../../analysis/collect-names.ts";
import type { Routine } from "../../catalogue/catalogue.ts";
import { bodyText } from "../body-text.ts";
import { type Context, contextOf, once, report } from "../context.ts";
import { nameOf, printName, stringsOf } from "../read-nodes.ts";
import { lateUses } from "../use-names.ts";

interface Found {
  readonly names: NamedObjects;
  readonly defines: readonly Location[];
}

/** What the body of a function reads, writes, calls and refreshes, and where it defines objects. */
export function effectsOf(
  node: CreateFunctionStmt,
  language: string,
  context: Context,
): Routine["effects"] {
  const own = nameOf(stringsOf(node.funcname));
  const path = new Set([...context.session.searchPath, own.schema ?? "public"]);
  // Another context, for this one may hold the statement's tokens.
  const later = contextOf(context.session, context.migration, context);
  return once(() => {
    const { names, defines } = analyse(node, language, later);
    const uses = lateUses(names, [...path], later.place(0));
    return { uses, defines, columns: names.columns };
  });
}

function analyse(node: CreateFunctionStmt, language: string, context: Context): Found {
  if (node.sql_body !== undefined) return { names: collectBodyNames(node.sql_body), defines: [] };
  if (language === "sql") return analyseSql(node, context);
  return language === "plpgsql" ? analyseProcedural(node, context) : nothing();
}

const nothing = (): Found => ({ names: noNames(), defines: [] });

function analyseSql(node: CreateFunctionStmt, context: Context): Found {
  const [text = ""] = stringsOf(bodyNode(node));
  const parsed = parseLeniently(context.session.parser, text);
  if (parsed !== undefined) return { names: collectBodyNames(parsed), defines: [] };
  if (text.trim() !== "") reportUnread(node, "SQL", context);
  return nothing();
}

const bodyNode = ({ options = [] }: CreateFunctionStmt) =>
  options
    .flatMap((option) => ("DefElem" in option ? [option.DefElem] : []))
    .find(({ defname }) => defname === "as")?.arg;

function analyseProcedural(node: CreateFunctionStmt, context: Context): Found {
  const { parser } = context.session;
  const result = readBody(parser, context.text);
  if ("reason" in result) {
    reportUnread(node, result.reason, context);
    return nothing();
  }
  const { body } = result;
  const text = bodyText(context);
  const defining = [
    ...body.statements.filter((each) => definesObjects(each.text)),
    ...body.dynamic.filter((each) => !changesData(each.text)),
  ];
  return {
    names: namesInBody(parser, body),
    defines: defining.map((each) => text.statement(each).place(0)),
  };
}

const definesObjects = (text: string): boolean => /^\s*(?:create|alter|drop)\b/i.test(text);

/** Whether the first text of a computed statement is that of a query or a change of data. */
export const changesData = (text: string): boolean =>
  /^[^']*'\s*(?:select|insert|update|delete|with|merge|analyze|vacuum|refresh|truncate|lock|set|notify|copy|grant|revoke|explain)\b/i.test(
    text,
  );

function reportUnread(node: CreateFunctionStmt, reason: string, context: Context): void {
  const name = printName(nameOf(stringsOf(node.funcname)));
  report(context, "sources/sql-body-not-analysed", { name, reason });
}
