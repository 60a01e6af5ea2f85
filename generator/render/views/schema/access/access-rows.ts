import type { Item } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { type Access, effectiveAccess, type Operation, operations } from "./effective-access.ts";
import { type AccessRole, accessRoles } from "./roles.ts";

/** What each role may do with a table, in words. */
export const accessRows = (table: Item<"table">, context: PageContext): readonly object[] =>
  accessRoles(context.graph).map((role) => {
    const access = effectiveAccess(context.graph, table, role);
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

/** The same in letters: `S (I) U?`; `( )` for some rows or columns, `?` for what is not known. */
export function accessLetters(
  table: Item<"table">,
  role: AccessRole,
  { graph }: PageContext,
): string {
  const access = effectiveAccess(graph, table, role);
  const reached = operations.flatMap((operation) => {
    const { privilege, columns, rows } = access[operation];
    if (privilege === "missing" || rows === "none") return [];
    const letter = letters[operation];
    const shown = rows === "some" || columns.length > 0 ? `(${letter})` : letter;
    return `${shown}${privilege === "unknown" ? "?" : ""}`;
  });
  return reached.length === 0 ? "—" : reached.join(" ");
}
