import type { AlterTableCmd, DefElem, Node } from "libpg-query";
import type { Relation } from "../../catalogue/catalogue.ts";
import type { StoredEntry } from "../../catalogue/entry.ts";
import { stringsOf } from "../read-nodes.ts";

/** Whether an option is on; one without a value is. */
const isOn = (value: object | undefined): boolean =>
  value === undefined || /"(?:true|on|1|yes)"|:true|:1\b/i.test(JSON.stringify(value));

/** The options of a statement: `WITH (fillfactor = 70)`. */
export const defElems = (nodes: readonly Node[] | undefined): readonly DefElem[] =>
  (nodes ?? []).flatMap((node) => ("DefElem" in node ? [node.DefElem] : []));

/** Of a view: `security_invoker` and `security_barrier`, on or off. */
export function setViewOptions(relation: Relation, nodes: readonly Node[]): void {
  for (const { defname, arg } of defElems(nodes)) {
    if (defname === "security_invoker") relation.securityInvoker = isOn(arg);
    if (defname === "security_barrier") relation.securityBarrier = isOn(arg);
    const check = stringsOf(arg)[0]?.toLowerCase();
    if (defname === "check_option" && (check === "local" || check === "cascaded")) {
      relation.checkOption = check;
    }
  }
}

/** Of a table or an index: `fillfactor=70`; one that is set again takes the new value. */
export function setTableOptions(stored: StoredEntry, nodes: readonly Node[] | undefined): void {
  const written = defElems(nodes).map((option) => `${nameOf(option)}=${valueOf(option)}`);
  if (written.length === 0) return;
  const names = defElems(nodes).map(nameOf);
  stored.options = [...without(stored.options ?? [], names), ...written];
}

export function resetTableOptions(stored: StoredEntry, nodes: readonly Node[] | undefined): void {
  stored.options = without(stored.options ?? [], defElems(nodes).map(nameOf));
}

/** The options that a command of `ALTER TABLE` sets or resets. */
export const optionsOf = ({ def }: AlterTableCmd): readonly Node[] =>
  def && "List" in def ? (def.List.items ?? []) : [];

/** Options go back to what they are when nobody sets them. */
export function resetOptions(relation: Relation, nodes: readonly Node[]): void {
  const names = defElems(nodes).map(nameOf);
  resetTableOptions(relation, nodes);
  if (names.includes("security_invoker")) relation.securityInvoker = false;
  if (names.includes("security_barrier")) relation.securityBarrier = false;
  if (names.includes("check_option")) delete relation.checkOption;
}

const without = (options: readonly string[], names: readonly string[]): readonly string[] =>
  options.filter((option) => !names.includes(option.slice(0, option.indexOf("="))));

/** `toast.autovacuum_enabled` */
const nameOf = ({ defnamespace, defname = "" }: DefElem): string =>
  defnamespace === undefined ? defname : `${defnamespace}.${defname}`;

function valueOf({ arg }: DefElem): string {
  if (arg === undefined) return "true";
  if ("Integer" in arg) return String(arg.Integer.ival ?? 0);
  if ("Float" in arg) return arg.Float.fval ?? "";
  if ("Boolean" in arg) return String(arg.Boolean.boolval === true);
  return stringsOf(arg).join(".");
}
