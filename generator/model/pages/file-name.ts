/** Why a path cannot be published. */
export type NameDefect = "outside" | "reserved" | "ending" | "character" | "length";

/** Devices of Windows, which no file there can be called, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const unsafeCharacter = /[<>:"|?*\\\u0000-\u001f\u007f]/;
/** Encrypted file systems leave 143 of the usual 255 bytes of a name. */
const longestName = 143;

const encoder = new TextEncoder();

/** A character takes three bytes at most. */
const isTooLong = (name: string): boolean =>
  name.length * 3 > longestName && encoder.encode(name).length > longestName;

function nameDefect(name: string): NameDefect | undefined {
  if (name === "" || name === "." || name === "..") return "outside";
  if (unsafeCharacter.test(name)) return "character";
  if (reserved.test(name)) return "reserved";
  if (name.endsWith(".") || name.endsWith(" ")) return "ending";
  return isTooLong(name) ? "length" : undefined;
}

/** What is wrong with paths, so that each means the same file on every system. */
export function pathChecker(): (path: string) => NameDefect | undefined {
  const folders = new Map<string, NameDefect | undefined>();
  const check = (path: string): NameDefect | undefined => {
    const end = path.lastIndexOf("/");
    return (
      (end < 0 ? undefined : checkFolder(path.slice(0, end))) ?? nameDefect(path.slice(end + 1))
    );
  };
  const checkFolder = (folder: string): NameDefect | undefined => {
    if (!folders.has(folder)) folders.set(folder, check(folder));
    return folders.get(folder);
  };
  return check;
}

/** What is wrong with one path. */
export const pathDefect = (path: string): NameDefect | undefined => pathChecker()(path);
