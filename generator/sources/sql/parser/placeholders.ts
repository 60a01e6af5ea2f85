/**
 * Placeholders of templates and psql variables are not SQL. They are masked by names of the same
 * length, so that offsets stay right, and restored in what the parser answers.
 */
export interface MaskedText {
  readonly text: string;
  readonly written: ReadonlyMap<string, string>;
}

// A letter that no migration uses: what starts with it was a placeholder.
const mark = "\ua66e";
const placeholder =
  /\{\{[^\n]*?\}\}|\$\{[^\n}]*\}|(?:(?<![:\w])|(?<=(?<!:)::)):(?:'[^'\n]*'|"[^"\n]*"|[A-Za-z_]\w*)(?!:)/g;

export function maskPlaceholders(text: string): MaskedText {
  const written = new Map<string, string>();
  const masked = text.replace(placeholder, (found) => {
    const quote = /^:(['"])/.exec(found)?.[1];
    const inner = found.replace(/[^A-Za-z0-9_]/g, "_").slice(quote === undefined ? 1 : 3);
    // Names without quotes are folded to lower case.
    const name = `${mark}${inner.toLowerCase()}`;
    written.set(name, unify(found));
    return quote === undefined ? name : `${quote}${name}${quote}`;
  });
  return { text: masked, written };
}

/** One placeholder is one name, however it is spaced. */
const unify = (found: string): string =>
  found.replace(/\s+/g, " ").replace(/^(\{\{-?|\$\{) | (-?\}\}|\})$/g, "$1$2");

/** Puts the placeholders back into every text of a value, at any depth. */
export function restorePlaceholders<Value>(value: Value, written: MaskedText["written"]): Value {
  const names = [...written.keys()].sort((a, b) => b.length - a.length);
  const restore = (part: unknown): unknown => {
    if (typeof part === "string") return restoreText(part, names, written);
    if (Array.isArray(part)) return part.map(restore);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, restore(child)]));
  };
  return restore(value) as Value;
}

function restoreText(
  text: string,
  names: readonly string[],
  written: MaskedText["written"],
): string {
  if (!text.includes(mark)) return text;
  return names.reduce(
    (restored, name) => restored.replaceAll(name, written.get(name) ?? name),
    text,
  );
}
