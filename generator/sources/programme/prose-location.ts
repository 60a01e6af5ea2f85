import type { Location } from "#model/location.ts";

/**
 * Where the text of a YAML scalar begins, given where the scalar does: after the quote, or on the
 * first line below the `|` or `>` of a block.
 */
export function proseLocation(scalar: Location, lines: readonly string[]): Location {
  const { file, line, column } = scalar;
  if (line === undefined || column === undefined) return scalar;
  const first = (lines[line - 1] ?? "").charAt(column - 1);
  if (first === '"' || first === "'") return { file, line, column: column + 1 };
  if (first !== "|" && first !== ">") return scalar;
  const offset = lines.slice(line).findIndex((text) => text.trim() !== "");
  if (offset < 0) return scalar;
  const text = lines[line + offset] ?? "";
  return { file, line: line + offset + 1, column: text.length - text.trimStart().length + 1 };
}
