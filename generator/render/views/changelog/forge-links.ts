import type { Forge, ForgeKind, IssueReference } from "#model/history.ts";
import type { LinkText } from "../../view.ts";

/** Where a forge shows things; every part is encoded for its place already. */
interface Addresses {
  readonly commit: (hash: string) => string;
  readonly issue: (number: string) => string;
  readonly request: (number: string) => string;
  readonly compare: (from: string, to: string) => string;
}

const likeGithub: Addresses = {
  commit: (hash) => `/commit/${hash}`,
  issue: (number) => `/issues/${number}`,
  request: (number) => `/pull/${number}`,
  compare: (from, to) => `/compare/${from}...${to}`,
};

const addresses: Readonly<Record<ForgeKind, Addresses>> = {
  github: likeGithub,
  gitea: { ...likeGithub, request: (number) => `/pulls/${number}` },
  gitlab: {
    commit: (hash) => `/-/commit/${hash}`,
    issue: (number) => `/-/issues/${number}`,
    request: (number) => `/-/merge_requests/${number}`,
    compare: (from, to) => `/-/compare/${from}...${to}`,
  },
  bitbucket: {
    commit: (hash) => `/commits/${hash}`,
    issue: (number) => `/issues/${number}`,
    request: (number) => `/pull-requests/${number}`,
    compare: (from, to) => `/branches/compare/${to}%0D${from}`,
  },
};

/** Links to a forge; plain text where nobody knows one. Nothing is asked of the network. */
export interface ForgeLinks {
  readonly commit: (hash: string) => LinkText;
  readonly issue: (issue: IssueReference) => LinkText;
  /** What changed between two tags; nothing without a forge. */
  readonly compare: (from: string, to: string) => string;
}

/** Names of commits are shown this long, as everywhere on the pages. */
export const shorten = (hash: string): string => hash.slice(0, 12);

export function forgeLinks(forge: Forge | undefined): ForgeLinks {
  if (forge === undefined) {
    return {
      commit: (hash) => ({ text: shorten(hash) }),
      issue: (issue) => ({ text: nameOf(issue) }),
      compare: () => "",
    };
  }
  const { commit, issue: issueAt, request, compare } = addresses[forge.kind];
  return {
    commit: (hash) => ({ text: shorten(hash), href: forge.url + commit(hash) }),
    issue: (issue) => {
      const home = issue.repository === undefined ? forge.url : siblingOf(forge, issue.repository);
      const path = issue.mark === "!" ? request(issue.number) : issueAt(issue.number);
      return { text: nameOf(issue, forge.kind), href: home + path };
    },
    compare: (from, to) => forge.url + compare(encodeTag(from), encodeTag(to)),
  };
}

/** Only GitLab writes `!`. */
const nameOf = ({ repository = "", mark, number }: IssueReference, kind?: ForgeKind): string =>
  `${repository}${kind === undefined || kind === "gitlab" ? mark : "#"}${number}`;

/** Another repository of the same host. */
const siblingOf = ({ url }: Forge, repository: string): string =>
  `${new URL(url).origin}/${repository}`;

const encodeTag = (tag: string): string => encodeURIComponent(tag).replaceAll("%2F", "/");
