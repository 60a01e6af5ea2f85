import type { Prose } from "./prose.ts";

export interface PageItems {
  /** A page that somebody wrote. Its name is its path in the project, without the extension. */
  page: {
    readonly body: Prose;
    /** Its heading as it is written, when that links. */
    readonly heading?: Prose;
    /** Fragments that can be linked to, in order. */
    readonly anchors: readonly string[];
    /** From the front matter; files without it sort by path. */
    readonly order?: number;
    /** Decision records have one. */
    readonly status?: string;
  };
  /** A file that pages show or offer (an image), copied into the output as it is. */
  asset: { readonly bytes: number };
}
