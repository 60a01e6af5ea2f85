import type { Shift } from "../parser/source-text.ts";

/** A text in which placeholders have become what the settings say. */
export interface FilledText {
  readonly text: string;
  /** Where the lengths differ, so that columns stay those of the file. */
  readonly shifts: readonly Shift[];
}

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Within its braces a placeholder may be spaced as one likes. */
function partsOf(key: string): readonly [opening: string, inside: string, closing: string] {
  const [, opening = "", inside = key, closing = ""] = /^(\$?\{+-?)(.*?)(-?\}+)$/.exec(key) ?? [];
  return [opening, inside, closing];
}

/** What a key stands for: `name` in each style of placeholder, else the text itself, however spaced. */
function patternOf(key: string): string {
  const name = /^:?(\w+)$/.exec(key)?.[1];
  if (name === undefined) {
    const [opening, inside, closing] = partsOf(key.trim());
    const words = inside.trim().split(/\s+/).map(escapePattern).join("[^\\S\\n]+");
    return `${escapePattern(opening)}[^\\S\\n]*${words}[^\\S\\n]*${escapePattern(closing)}`;
  }
  return [
    // Behind a cast too: `x:::schema.type`.
    `(?:(?<![:\\w])|(?<=(?<!:)::)):(?:'${name}'|"${name}"|${name}\\b)`,
    `\\$\\{[^\\S\\n]*${name}[^\\S\\n]*\\}`,
    `\\{\\{-?[^\\S\\n]*\\.?${name}[^\\S\\n]*-?\\}\\}`,
  ].join("|");
}

/** `:'name'` is a quoted text and `:"name"` a quoted name, as in psql. */
function valueFor(found: string, value: string): string {
  const quote = /^:(['"])/.exec(found)?.[1];
  return quote === undefined ? value : quote + value.replaceAll(quote, quote + quote) + quote;
}

/** Puts the values of the settings in place of their placeholders; lines stay the same. */
export function fillPlaceholders(
  text: string,
  placeholders: Readonly<Record<string, string>>,
): FilledText {
  const keys = Object.keys(placeholders).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (keys.length === 0) return { text, shifts: [] };
  const pattern = new RegExp(keys.map((key) => `(${patternOf(key)})`).join("|"), "g");
  const shifts: Shift[] = [];
  let moved = 0;
  const filled = text.replace(
    pattern,
    (found, ...rest: readonly (string | number | undefined)[]) => {
      const key = keys[rest.findIndex((group) => group !== undefined)] ?? "";
      const value = valueFor(found, (placeholders[key] ?? "").replace(/\s*\n\s*/g, " "));
      const offset = Number(rest[keys.length]);
      const by = found.length - value.length;
      shifts.push({ at: offset + moved + value.length, by });
      moved -= by;
      return value;
    },
  );
  return { text: filled, shifts };
}
