import type { AlterTableCmd, AlterTableStmt } from "libpg-query";
import type { Index } from "../../../catalogue/catalogue.ts";
import { changing } from "../../changing.ts";
import type { Context, Verdict } from "../../context.ts";
import { findObject } from "../find-object.ts";
import { optionsOf, resetTableOptions, setTableOptions } from "../../tables/options.ts";

/** `ALTER INDEX`, or `ALTER TABLE` with the name of one; undefined when there is no such index. */
export function alterIndex(
  { relation, cmds = [] }: AlterTableStmt,
  context: Context,
): Verdict | undefined {
  const names = [relation?.schemaname, relation?.relname].filter((part) => part !== undefined);
  const items = names.map((sval) => ({ String: { sval } }));
  const found = findObject("OBJECT_INDEX", { List: { items } }, context);
  // That of a key is no object of its own.
  if (found?.kind !== "index") return found && "passed over";
  const commands = cmds.flatMap((each) => ("AlterTableCmd" in each ? [each.AlterTableCmd] : []));
  return changing(context, [found], () =>
    commands.map((command) => applyTo(found, command)).includes("modelled")
      ? "modelled"
      : "passed over",
  );
}

/** Which index of a partition belongs to which of its table shows in what they are on. */
function applyTo(index: Index, command: AlterTableCmd): Verdict {
  if (command.subtype === "AT_SetRelOptions") setTableOptions(index, optionsOf(command));
  else if (command.subtype === "AT_ResetRelOptions") resetTableOptions(index, optionsOf(command));
  else return "passed over";
  return "modelled";
}
