import type { FuncCall, Node, SelectStmt } from "libpg-query";
import type { Relation } from "../../catalogue/catalogue.ts";
import { findRoutines } from "../../catalogue/find.ts";
import { walkTree } from "../../analysis/walk-tree.ts";
import type { Context } from "../context.ts";
import { nameOf, rangeName, stringsOf } from "../read-nodes.ts";
import { isThere } from "../require.ts";

type Writing = NonNullable<Relation["writable"]>;

/** What can be written through a view without a rule or trigger of its own. */
export function writableThrough(query: Node | undefined, context: Context): Writing {
  if (query === undefined || !("SelectStmt" in query)) return [];
  const base = onlyTable(query.SelectStmt, context);
  if (base === undefined || hasManyRows(query.SelectStmt, context)) return [];
  const through = base.kind === "table" ? everything : (base.writable ?? []);
  // A view that shows no column as it is has nothing to be set, but its rows can be deleted.
  return showsColumn(query.SelectStmt) ? through : through.filter((each) => each === "delete");
}

const everything: Writing = ["insert", "update", "delete"];

/** The one table or view that a plain query selects from. */
function onlyTable(select: SelectStmt, context: Context): Relation | undefined {
  const { fromClause = [], larg, withClause, distinctClause, groupClause } = select;
  const { havingClause, limitCount, limitOffset, valuesLists } = select;
  const shaping = [larg, withClause, distinctClause, groupClause, havingClause];
  const [from, another] = fromClause;
  const isPlain = [...shaping, limitCount, limitOffset, valuesLists].every((part) => !part);
  if (!isPlain || another !== undefined || from === undefined || !("RangeVar" in from))
    return undefined;
  const found = isThere(context, rangeName(from.RangeVar));
  return found?.kind === "table" || found?.kind === "view" ? found : undefined;
}

/** Whether rows of the table are no rows of the view: by an aggregate, a window or a set. */
function hasManyRows({ targetList }: SelectStmt, context: Context): boolean {
  let found = false;
  walkTree(targetList, (key, part) => {
    if (key === "FuncCall") found ||= isOfSeveralRows(part, context);
    // What a subquery does with rows stays in it.
    return key === "SubLink";
  });
  return found;
}

function isOfSeveralRows(call: FuncCall, { session }: Context): boolean {
  const { agg_star, agg_filter, agg_distinct, agg_within_group, agg_order, over } = call;
  const marks = [agg_star, agg_filter, agg_distinct, agg_within_group, agg_order, over];
  if (marks.some((mark) => mark !== undefined && mark !== false)) return true;
  const name = nameOf(stringsOf(call.funcname));
  const [own] = findRoutines(session.catalogue, name, session.searchPath);
  if (own === undefined) return severalRows.has(name.name);
  return own.routineKind === "aggregate" || /^(?:setof|table)\b/i.test(own.returns);
}

/** PostgreSQL's own aggregates and functions that give several rows. */
const severalRows: ReadonlySet<string> = new Set(
  `count sum avg min max array_agg string_agg json_agg jsonb_agg json_object_agg jsonb_object_agg
  xmlagg bool_and bool_or every bit_and bit_or bit_xor stddev stddev_pop stddev_samp variance var_pop
  var_samp corr covar_pop covar_samp regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope
  regr_sxx regr_sxy regr_syy any_value range_agg range_intersect_agg unnest generate_series
  generate_subscripts json_array_elements json_array_elements_text jsonb_array_elements
  jsonb_array_elements_text json_each json_each_text jsonb_each jsonb_each_text json_object_keys
  jsonb_object_keys json_populate_recordset jsonb_populate_recordset jsonb_path_query regexp_matches
  regexp_split_to_table string_to_table st_collect st_union st_extent st_dump st_dumppoints`.split(
    /\s+/,
  ),
);

const showsColumn = ({ targetList = [] }: SelectStmt): boolean =>
  targetList.some(
    (node) => "ResTarget" in node && node.ResTarget.val && "ColumnRef" in node.ResTarget.val,
  );
