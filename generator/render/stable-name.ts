const longest = 80;

/** Names that some systems keep for devices, whatever follows the first dot. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/;

/**
 * A name for a file or an anchor that is the same on every system and in every address, and that
 * does not change when others come and go: `public.catalogo` stays as it is, and what has to be
 * altered (capitals, accents, anything else) ends in a mark of its own, so that no two names meet.
 */
export function stableName(identifier: string): string {
  const name = identifier
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .slice(0, longest)
    .replace(/^[.-]+|[.-]+$/g, "")
    .replace(reserved, "_$&");
  return name === identifier && name !== ""
    ? name
    : [name, fingerprint(identifier)].filter(Boolean).join("-");
}

const unsafe = /[<>:"|?*\\\p{C}]|^\.+$|[. ]$/u;
const longestBytes = 120;

/** A path of the author's own choice; only names that some system cannot hold are altered. */
export const stablePath = (path: string): string =>
  path
    .split("/")
    .map((name) => (isPortable(name) ? name : stableName(name)))
    .join("/");

const isPortable = (name: string): boolean =>
  !unsafe.test(name) &&
  !reserved.test(name.toLowerCase()) &&
  new TextEncoder().encode(name).length <= longestBytes;

/** FNV-1a, in base 36. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(36);
}
