import type { RegionKind } from "./region.ts";
import { codeCell, proseCell, tableLines } from "./table.ts";

/** What `rastro --help` lists. */
export const commandsRegion: RegionKind = {
  options: [],
  of: "repository",
  make: ({ words, commands }) => ({
    lines: tableLines(
      [words("regions.command"), words("regions.does")],
      commands.map(({ usage, summary }) => [codeCell(usage), proseCell(summary)]),
    ),
  }),
};
