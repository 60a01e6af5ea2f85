import type { PageContext } from "../../../view.ts";
import { type Access, type Operation, operations } from "./effective-access.ts";
import { effectiveAccess, type Reachable } from "./relation-access.ts";
import { type AccessRole, accessRoles } from "./roles.ts";

/** What each role may do with a table or view, in words. */
export const accessRows = (relation: Reachable, context: PageContext): readonly object[] =>
  accessRoles(context.graph).map((role) => {
    const access = effectiveAccess(context.graph, relation, role);
    const cells = operations.map((each) => [each, cellOf(access[each], context)] as const);
    return { role: role.name, ...Object.fromEntries(cells) };
  });

function cellOf({ privilege, columns, rows, policies }: Access, { words }: PageContext): string {
  if (privilege === "missing") return words("schema.access-none");
  const reached =
    rows === "some"
      ? words("schema.access-some", { policies: policies.join(", ") })
      : words(`schema.access-rows-${rows}`);
  const limited =
    columns.length === 0
      ? reached
      : words("schema.access-columns", { rows: reached, columns: columns.join(", ") });
  if (privilege === "given" || rows === "none") return limited;
  return words("schema.access-unknown", { rows: limited });
}

const letters: Readonly<Record<Operation, string>> = {
  select: "S",
  insert: "I",
  update: "U",
  delete: "D",
};

/** Whether what stands in letters for each role lets through what other letters do not. */
export const reachesMore = (cells: readonly string[], others: readonly string[]): boolean =>
  cells.some((cell, at) => {
    const known = lettersIn(others[at] ?? "");
    return lettersIn(cell).some((each) => !known.includes(each) && !known.includes(plain(each)));
  });

/** `(S) I?` → `(S)`, `I` */
const lettersIn = (cell: string): readonly string[] =>
  cell.split(" ").flatMap((each) => (each === "—" ? [] : each.replace("?", "")));

const plain = (letter: string): string => letter.replace(/[()]/g, "");

/** The same in letters: `S (I) U?`; `( )` for some rows or columns, `?` for what is not known. */
export function accessLetters(
  relation: Reachable,
  role: AccessRole,
  { graph }: PageContext,
): string {
  const access = effectiveAccess(graph, relation, role);
  const reached = operations.flatMap((operation) => {
    const { privilege, columns, rows } = access[operation];
    if (privilege === "missing" || rows === "none") return [];
    const letter = letters[operation];
    const shown = rows === "some" || columns.length > 0 ? `(${letter})` : letter;
    return `${shown}${privilege === "unknown" ? "?" : ""}`;
  });
  return reached.length === 0 ? "—" : reached.join(" ");
}
