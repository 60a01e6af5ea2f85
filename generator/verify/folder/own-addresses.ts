import type { Tree } from "./tree.ts";

/** The path in the folder that an absolute address of its own means, and how sure that is. */
export interface OwnAddress {
  readonly kind: "repository" | "site";
  /** From the root, percent-encoding and fragment as they are written. */
  readonly url: string;
  /** Whether it is of these files, and not of another state of them. */
  readonly isCurrent: boolean;
}

/** `https://github.com/owner/name/blob/main/guia.md#passo`, in the manner of each forge. */
const files = /^\/(?:-\/)?(?:blob|raw|edit|blame|tree|src)\/([^/?#]+)\/?/;
const mainBranch = /^(?:main|master|HEAD|trunk|develop|default)$/;

/** Recognises addresses of the repository and of the site that the folder is published as. */
export function ownAddress(url: string, tree: Tree, site?: string): OwnAddress | undefined {
  const plain = url.replace(/^https?:\/\/(?:www\.)?/i, "");
  const { repository } = tree.folder;
  if (repository && beginsWith(plain, repository)) {
    const rest = plain.slice(repository.length);
    const branch = files.exec(rest);
    if (!branch) return undefined;
    const path = rest.slice(branch[0].length);
    const isCurrent = branch[1] === tree.folder.branch || mainBranch.test(branch[1] ?? "");
    return { kind: "repository", url: `/${path}`, isCurrent };
  }
  const own = site?.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  if (own === undefined || !beginsWith(plain, own)) return undefined;
  return { kind: "site", url: plain.slice(own.length) || "/", isCurrent: true };
}

const beginsWith = (url: string, own: string): boolean =>
  url.toLowerCase().startsWith(own.toLowerCase()) && /^(?:[/?#]|$)/.test(url.slice(own.length));
