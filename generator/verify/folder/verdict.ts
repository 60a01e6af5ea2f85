import type { Severity } from "#diagnostics/index.ts";
import type { KnownPage } from "./folder-page.ts";

/** Every way a link of a folder can be wrong. */
export type FolderDefect =
  | "verify/accent-variant-anchor"
  | "verify/anchor-into-file"
  | "verify/backslash"
  | "verify/bad-address"
  | "verify/directory-without-index"
  | "verify/draft-target"
  | "verify/empty-link"
  | "verify/empty-fragment"
  | "verify/insecure-url"
  | "verify/leaves-folder"
  | "verify/malformed-encoding"
  | "verify/missing-anchor"
  | "verify/missing-extension"
  | "verify/missing-file"
  | "verify/missing-image"
  | "verify/missing-wiki-target"
  | "verify/moved-page"
  | "verify/moved-target"
  | "verify/other-locale"
  | "verify/other-unicode-form"
  | "verify/own-repository-url"
  | "verify/own-site-url"
  | "verify/private-host"
  | "verify/refused-scheme"
  | "verify/unstable-anchor"
  | "verify/wrong-case"
  | "verify/wrong-case-anchor";

/** What is wrong with a link. */
export interface Defect {
  readonly code: FolderDefect;
  /** The catalogue's when absent. */
  readonly severity?: Severity;
  /** The address that is certainly meant. */
  readonly certain?: string;
  readonly suggestions?: readonly string[];
}

/** What a link turned out to be. */
export interface Verdict {
  /** The file or folder in the root that it leads to, right or nearly. */
  readonly to?: string;
  readonly isExternal?: boolean;
  /** The files of which one would have to be there. */
  readonly missing?: readonly string[];
  /** What is to be asked of the page at `to`, which may be read later; of no page: nothing. */
  readonly ask?: (page: KnownPage | undefined) => readonly Defect[];
  readonly defects: readonly Defect[];
}

export const defective = (code: FolderDefect, more: Omit<Defect, "code"> = {}): Verdict => ({
  defects: [{ code, ...more }],
});

/** Up to three suggestions; one that is certain is the first of them. */
export const suggested = (...urls: readonly string[]): Pick<Defect, "suggestions"> =>
  urls.length > 0 ? { suggestions: urls.slice(0, 3) } : {};

export const certainly = (url: string): Pick<Defect, "certain" | "suggestions"> => ({
  certain: url,
  suggestions: [url],
});

/** One address alone is certain; of several nobody knows which. */
export function likely(urls: readonly string[]): Pick<Defect, "certain" | "suggestions"> {
  const [only] = urls;
  return only !== undefined && urls.length === 1 ? certainly(only) : suggested(...urls);
}

/** Another severity than the catalogue's, where something makes a difference. */
export const counted = (severity: Severity, isOther: boolean): Pick<Defect, "severity"> =>
  isOther ? { severity } : {};
