import type * as Satteri from "satteri";
import { diagnose, type Diagnostic } from "#diagnostics/index.ts";

type Engine = Pick<
  typeof Satteri,
  | "createMdastHandle"
  | "createMdxMdastHandle"
  | "dropHandle"
  | "markdownToHtml"
  | "markdownToMdast"
  | "MdastReader"
  | "serializeHandle"
>;

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

// Loaded here, once, so that a missing binding is a finding and not a failure to start.
const loading = await import("satteri").then(
  (engine: Engine) => ({ engine, reason: "" }),
  (error: unknown) => ({ engine: undefined, reason: firstLine(error) }),
);

/**
 * The native CommonMark/GFM engine. It takes its binding for this machine, or the WebAssembly one
 * (`@bruits/satteri-wasm32-wasi`) where that is installed.
 */
export function engine(): Engine {
  if (!loading.engine) throw new Error(`satteri does not load: ${loading.reason}`);
  return loading.engine;
}

/** What keeps pages from being parsed on this machine; nothing when the engine is there. */
export const checkEngine = (): readonly Diagnostic[] =>
  loading.engine ? [] : [diagnose("markdown/no-engine", { reason: loading.reason })];
