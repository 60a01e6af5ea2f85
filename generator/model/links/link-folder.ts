/** What lies in a folder whose links are checked; paths are relative to it, with `/`. */
export interface LinkFolder {
  readonly files: readonly string[];
  /** Without a final `/`; the folder itself is not among them. */
  readonly folders: readonly string[];
  /** Symbolic links, and where they lead: what leaves the folder begins with `../../`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether the folder is the root of a git repository. */
  readonly isRepository: boolean;
  /** Where the repository is published, without scheme and `.git`: `github.com/owner/name`. */
  readonly repository?: string;
  /** The branch that is checked out, if one is. */
  readonly branch?: string;
}

/** Where a file that is gone went, by the history of its repository. */
export interface Move {
  readonly to: string;
  /** Of what was moved and what it became: 100 for the same bytes. */
  readonly likeness: number;
}

/** The renderers whose anchors and addresses are known. */
export const dialectNames = [
  "github",
  "gitlab",
  "bitbucket",
  "vitepress",
  "docusaurus",
  "python-markdown",
  "starlight",
  "docsify",
  "mdbook",
  "docfx",
] as const;
export type DialectName = (typeof dialectNames)[number];
