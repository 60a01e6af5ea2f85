import type { AlterSeqStmt, CreateSeqStmt, DefElem, Node } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import { changing } from "../changing.ts";
import { type Context, type Handlers, report, type Verdict } from "../context.ts";
import { nameOf, printName, rangeName, stringsOf } from "../read-nodes.ts";
import { isMissing, isThere } from "../require.ts";
import { startRelation } from "../start-relation.ts";
import { defElems, setTableOptions } from "../tables/options.ts";

function createSequence(node: CreateSeqStmt, context: Context): Verdict {
  const relation = startRelation(context, rangeName(node.sequence), {
    kind: "sequence",
    ifNotExists: node.if_not_exists === true,
    temporary: node.sequence?.relpersistence === "t",
  });
  if (typeof relation === "string") return relation === "exists" ? "modelled" : "not understood";
  setOwner(relation, node.options, context);
  return "modelled";
}

function alterSequence(node: AlterSeqStmt, context: Context): Verdict {
  const name = rangeName(node.sequence);
  const relation = isThere(context, name);
  if (relation !== undefined) {
    changing(context, [relation], () => setOwner(relation, node.options, context));
    return "modelled";
  }
  // The sequence of a `serial` or identity column is no object of its own here.
  if (node.missing_ok === true || /_seq\d*$/.test(name.name) || !isMissing(context, name)) {
    return "passed over";
  }
  const args = { kind: "SEQUENCE", name: printName(name), needed: "ALTER SEQUENCE" };
  report(context, "sources/sql-missing-object", args);
  return "not understood";
}

/** `OWNED BY table.column`, and how it counts. */
function setOwner(
  relation: Relation,
  options: readonly Node[] | undefined,
  context: Context,
): void {
  const isOwner = ({ defname }: DefElem) => defname === "owned_by";
  const owner = defElems(options).find(isOwner);
  const rest = (options ?? []).filter((each) => "DefElem" in each && !isOwner(each.DefElem));
  setTableOptions(relation, rest);
  if (owner === undefined) return;
  const parts = stringsOf(owner.arg);
  const column = findColumn(context, parts);
  if (column === undefined) {
    delete relation.ownedBy;
    return;
  }
  relation.ownedBy = column;
  column.counted = true;
}

/** A column by the parts of its name: `schema`, `table`, `column`. */
export function findColumn(context: Context, parts: readonly string[]): Column | undefined {
  const table = isThere(context, nameOf(parts.slice(0, -1)));
  return table?.columns.find(({ name }) => name === parts.at(-1));
}

export const sequenceHandlers: Handlers = {
  CreateSeqStmt: createSequence,
  AlterSeqStmt: alterSequence,
};
