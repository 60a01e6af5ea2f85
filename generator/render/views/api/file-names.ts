/** Names that some systems keep for devices, whatever the extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

const longest = 80;

/** Lower case without accents, so that it is the same file on every system and in every address. */
function fileName(text: string): string {
  const name = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, "$1-")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
  return name === "" || reserved.test(name) ? `${name}_` : name;
}

/** A file name for each key, in the order given; a second one for the same file gets a number. */
export function fileNames<Key>(
  keys: readonly Key[],
  text: (key: Key) => string,
): ReadonlyMap<Key, string> {
  const used = new Set<string>();
  const names = new Map<Key, string>();
  for (const key of keys) {
    const wanted = fileName(text(key));
    let name = wanted;
    for (let number = 2; used.has(name); number++) name = `${wanted}-${String(number)}`;
    used.add(name);
    names.set(key, name);
  }
  return names;
}
