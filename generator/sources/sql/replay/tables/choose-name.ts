const limit = 63;

/**
 * The name that PostgreSQL gives to what has none: `<table>_<columns>_<suffix>`, the longer part
 * cut so that all fits, and a number behind it when it is taken.
 */
export function chooseName(
  [first, second, suffix]: readonly [string, string, string],
  taken: { readonly has: (name: string) => boolean },
): string {
  for (let pass = 0; ; pass++) {
    const name = makeName(first, second, pass === 0 ? suffix : `${suffix}${pass}`);
    if (!taken.has(name)) return name;
  }
}

function makeName(first: string, second: string, suffix: string): string {
  const room = limit - suffix.length - 1 - (second === "" ? 0 : 1);
  let [lengthA, lengthB] = [first.length, second.length];
  while (lengthA + lengthB > room) {
    if (lengthA > lengthB) lengthA--;
    else lengthB--;
  }
  const parts = [first.slice(0, lengthA), second.slice(0, lengthB), suffix];
  return parts.filter((part) => part !== "").join("_");
}
