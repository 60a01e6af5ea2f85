import { dirname, normalize, relative } from "node:path/posix";

/** An address in its parts, as they are written. */
export interface WrittenUrl {
  readonly path: string;
  /** With its `?`. */
  readonly query: string;
  /** Without its `#`; absent when there is none. */
  readonly fragment?: string;
}

/** Takes an address apart; a text fragment (`:~:text=…`) is for the browser alone. */
export function splitUrl(url: string): WrittenUrl {
  const hash = url.indexOf("#");
  const way = hash < 0 ? url : url.slice(0, hash);
  const at = way.indexOf("?");
  const path = at < 0 ? way : way.slice(0, at);
  const query = at < 0 ? "" : way.slice(at);
  return hash < 0
    ? { path, query }
    : { path, query, fragment: url.slice(hash + 1).replace(/:~:.*$/s, "") };
}

/** Undoes percent-encoding; nothing when it encodes nothing. */
export function decoded(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** What only has to be put together: no folder is left, and none is named twice. */
const straight = /^(?:[^./][^/]*\/)*[^./][^/]*$/;

/** A path that a page at `from` names, from the root; what leaves the root begins with `../`. */
export function resolvePath(from: string, way: string): string {
  if (straight.test(way)) return from.slice(0, from.lastIndexOf("/") + 1) + way;
  const joined = way.startsWith("/")
    ? way.slice(1)
    : `${from.slice(0, from.lastIndexOf("/") + 1)}${way}`;
  const path = normalize(joined === "" ? "." : joined).replace(/^\/+|\/+$/g, "");
  return path === "." ? "" : path;
}

const unsafe = /[\s()<>#?%"\\]/g;

const escaped = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

/** The way from a page to a path, in the manner of the address that stood there. */
export function writePath(from: string, to: string, like: string): string {
  const way = like.startsWith("/") ? `/${to}` : relative(dirname(from), to);
  const dotted = like.startsWith("./") && !way.startsWith("../") ? `./${way}` : way;
  const whole = like.endsWith("/") ? `${dotted}/` : dotted;
  return /%[0-9a-f]{2}/i.test(like)
    ? encodeURI(whole).replace(/[()#?]/g, escaped)
    : whole.replace(unsafe, escaped);
}

/** A fragment in the manner of the one that stood there. */
export const writeFragment = (fragment: string, like: string): string =>
  /%[0-9a-f]{2}/i.test(like)
    ? encodeURIComponent(fragment)
    : fragment.replace(/[\s()<>"\\]/g, escaped);
