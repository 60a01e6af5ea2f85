import type { Prose } from "./pages/prose.ts";

/** A field of its author's own, beginning with `x-`. */
export interface Extension {
  readonly name: string;
  /** JSON, or a plain text. */
  readonly text: string;
}

export interface ExternalDocs {
  readonly url: string;
  readonly description?: Prose;
}
