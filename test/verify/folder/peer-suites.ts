/** Where the suite of another checker expects something else, and why it is not followed. */
export interface Disagreement {
  readonly peer: string;
  /** `file:line`, or `file target`. */
  readonly place: RegExp;
  readonly reason: string;
}

const otherBranch =
  "The address names another branch, which may hold the file: rastro warns, and does not call it broken.";

/** All that is known, by peer; whatever is not here agrees. */
export const disagreements: readonly Disagreement[] = [
  {
    peer: "remark-validate-links in a repository",
    place: /^examples\/github\.md:(?:17|33|39)$|^github\.md:(?:25|47|55)$/,
    reason: otherBranch,
  },
  {
    peer: "remark-validate-links in a repository",
    place: /^(?:gitlab|bitbucket)\.md:(?:23|45|53)$/,
    reason: otherBranch,
  },
  {
    peer: "remark-validate-links in a repository",
    place: /^bitbucket\.md:7$/,
    reason:
      "Bitbucket puts `markdown-header-` before every anchor, so `#world` leads nowhere there.",
  },
  {
    peer: "remark-validate-links",
    place: /^github\.md:(?:11|23)$/,
    reason:
      "Without a repository they pass over paths from the root; here the root is the folder that is checked.",
  },
  {
    peer: "remark-validate-links",
    place: /^github\.md:71$/,
    reason: "GitHub gives every page of a repository the anchor `#readme`, which leads to its top.",
  },
  {
    peer: "markdown-link-check",
    place: /^(?:local-)?file\.md %%BASE_URL%%/,
    reason: "The placeholder is replaced by their settings; without them the address is malformed.",
  },
  {
    peer: "markdown-link-check",
    place: /^local-file\.md goodbye\.jpg$/,
    reason:
      "The link stands between their comments that silence errors; an error cannot be silenced.",
  },
  {
    peer: "lychee",
    place: /^fixtures\/fragments\/sub_dir#a-link-inside-index-html-inside-sub-dir$/,
    reason: "A folder with an `index.html` means that page, and the page has the anchor.",
  },
  {
    peer: "lychee",
    place: /^https:/,
    reason: "The page of another host is known only by fetching it, and nothing is fetched.",
  },
];
