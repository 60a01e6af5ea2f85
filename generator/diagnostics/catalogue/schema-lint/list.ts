/** Names in a sentence: `a`, `b`. */
export const list = (names: readonly string[]): string =>
  names.map((name) => `\`${name}\``).join(", ");
