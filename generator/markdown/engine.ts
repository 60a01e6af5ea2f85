import { createRequire } from "node:module";
import { type Diagnostic, diagnose } from "#diagnostics/index.ts";

type Engine = typeof import("satteri");

let loaded: Engine | undefined;

/**
 * The native CommonMark/GFM engine, loaded when the first page needs it. It takes its binding for
 * this machine, or the WebAssembly one (`@bruits/satteri-wasm32-wasi`) where that is installed.
 */
export function engine(): Engine {
  loaded ??= createRequire(import.meta.url)("satteri") as Engine;
  return loaded;
}

/** What keeps pages from being parsed on this machine; nothing when the engine loads. */
export function checkEngine(): readonly Diagnostic[] {
  try {
    engine();
    return [];
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return [diagnose("markdown/no-engine", { reason })];
  }
}
