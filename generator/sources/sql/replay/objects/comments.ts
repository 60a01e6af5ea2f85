import type { CommentStmt } from "libpg-query";
import type { Location } from "#model/location.ts";
import type { Entry } from "../../catalogue/entry.ts";
import { changing } from "../changing.ts";
import { type Context, describedBy, type Handlers, report, type Verdict } from "../context.ts";
import { stringsOf } from "../read-nodes.ts";
import { isMissing } from "../require.ts";
import { findObject, isFindable, printKind } from "./find-object.ts";

/** `COMMENT ON` describes an object, over what `--` comments said. */
function comment(node: CommentStmt, context: Context): Verdict {
  const kind = node.objtype ?? "";
  if (node.object === undefined || !isFindable(kind)) return "passed over";
  const found = findObject(kind, node.object, context);
  if (found === undefined) return notFound(node, context);
  const describeIt = () => describeAs(found, node.comment ?? "", context);
  // What the migration that makes an object says about it is no change of it.
  if (found.created.migration === context.migration) describeIt();
  else changing(context, [found], describeIt);
  return "modelled";
}

function describeAs(object: Entry, text: string, context: Context): void {
  if (text === "") delete object.description;
  else {
    const prose = { text, location: textPlace(text, context) };
    Object.assign(object, describedBy(context, prose));
  }
}

/**
 * The text of the comment is the last string of the statement, in one piece or in several lines of
 * pieces. Only what is written as it reads has columns.
 */
function textPlace(said: string, context: Context): Location {
  const { text, tokens } = context.clauses();
  const last = tokens.findLastIndex(({ kind }) => kind === "string");
  const first = tokens.slice(0, last).findLastIndex(({ kind }) => kind !== "string") + 1;
  const token = tokens[first];
  if (token === undefined) return context.place(0);
  const quote = /^(?:[eEnN]|[uU]&)?'|^\$\w*\$/.exec(text.slice(token.start, token.end));
  const start = token.start + (quote?.[0].length ?? 0);
  const place = context.place(start);
  const { file, line = 1 } = place;
  return text.startsWith(said, start) ? place : { file, line };
}

function notFound({ objtype = "OBJECT_TABLE", object }: CommentStmt, context: Context): Verdict {
  const isRoutine = object && "ObjectWithArgs" in object;
  const parts = isRoutine ? stringsOf(object.ObjectWithArgs.objname) : stringsOf(object);
  const name = parts.join(".");
  const hasTable = /COLUMN|POLICY|TRIGGER|TABCONSTRAINT/.test(objtype);
  const [schema] = hasTable ? parts.slice(0, -2) : parts.slice(0, -1);
  const owner = schema === undefined ? { name: "" } : { schema, name: "" };
  const isOther = objtype === "OBJECT_SCHEMA" || objtype === "OBJECT_EXTENSION";
  if (isOther || !isMissing(context, owner)) {
    report(context, "sources/sql-external-object", { name });
    return "passed over";
  }
  const kind = printKind(objtype);
  report(context, "sources/sql-missing-object", { kind, name, needed: "COMMENT" });
  return "not understood";
}

export const commentHandlers: Handlers = { CommentStmt: comment };
