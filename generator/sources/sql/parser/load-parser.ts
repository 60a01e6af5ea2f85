import type { Node } from "libpg-query";
import { setFlagsFromString } from "node:v8";

/** What the parser says about a text. Offsets are UTF-16 code units of it. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string; readonly offset: number };

/** PostgreSQL's own parser. */
export interface Parser {
  /** One or more statements. Locations in the tree are UTF-8 bytes. */
  readonly parse: (text: string) => Parsed<readonly Node[]>;
  /** The body of a PL/pgSQL function or DO block, given the whole statement. */
  readonly parseBody: (text: string) => Parsed<unknown>;
}

/**
 * Loads the parser. V8 would optimise its one huge function in the background and let the process
 * wait for it at the end: without these flags a run takes four times as long and nine times the
 * memory.
 */
export async function loadParser(): Promise<Parser> {
  setFlagsFromString("--no-wasm-dynamic-tiering");
  setFlagsFromString("--no-wasm-tier-up");
  const { loadModule, parseSync, parsePlPgSQLSync, hasSqlDetails } = await import("libpg-query");
  await loadModule();
  const attempt = <Value>(text: string, run: () => Value): Parsed<Value> => {
    try {
      return { ok: true, value: run() };
    } catch (error) {
      const points = hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : 0;
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, reason, offset: offsetOfCodePoint(text, Math.max(0, points)) };
    }
  };
  return {
    parse: (text) =>
      attempt(text, () =>
        (parseSync(text).stmts ?? []).flatMap(({ stmt }) => (stmt ? [stmt] : [])),
      ),
    parseBody: (text) => attempt(text, (): unknown => parsePlPgSQLSync(text)),
  };
}

/** Errors are placed in code points; a character outside the basic plane is two code units. */
function offsetOfCodePoint(text: string, points: number): number {
  let offset = 0;
  for (let point = 0; point < points && offset < text.length; point++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** From UTF-8 bytes to offsets of the text; undefined is the start, for the tree leaves zeros out. */
export function offsetsOf(text: string): (byte: number | undefined) => number {
  let isAscii: boolean | undefined;
  let bytes: Buffer | undefined;
  return (byte = 0) => {
    isAscii ??= Buffer.byteLength(text) === text.length;
    if (isAscii) return Math.max(0, byte);
    bytes ??= Buffer.from(text);
    return bytes.toString("utf8", 0, byte).length;
  };
}
