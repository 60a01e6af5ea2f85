import { withLineFeeds } from "#data/canonical.ts";
import type { Trust } from "#model/programme/sign-off.ts";
import { dirname } from "node:path/posix";
import { openBlobs, openGit, type RunGit } from "../git/run-git.ts";

/** A repository, and the commit in it whose word counts. */
export interface TrustedSource {
  readonly git: RunGit;
  readonly shallow: boolean;
  readonly head?: string;
  /** Asked only where it is wanted: git has to look at every file. */
  readonly isClean: () => Promise<boolean>;
  /** Undefined: nothing is trusted. */
  readonly commit?: string;
  readonly ref?: string;
  /** A file as it is there, by its path from the root of the settings. */
  readonly read: (path: string) => Promise<Buffer | undefined>;
}

/** Where a project keeps what may not be decided by the change that is judged. */
const usualRefs = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/**
 * Opens what is trusted: the ref that was asked for, else the main branch of the remote, else the
 * local one. Never the settings, for a change could alter them. Undefined without git.
 */
export async function openTrusted(
  root: string,
  asked: string | undefined,
): Promise<TrustedSource | undefined> {
  const git = openGit(root);
  try {
    const [shallow, prefix = ""] = (
      await git("rev-parse", "--is-shallow-repository", "--show-prefix")
    ).split("\n");
    const found = await firstCommit(git, asked);
    const head = await commitOf(git, "HEAD");
    const blob = openBlobs(root);
    let status: Promise<string> | undefined;
    const isClean = async (): Promise<boolean> => {
      status ??= git("status", "--porcelain", "--untracked-files=no");
      return (await status) === "";
    };
    return {
      ...{ git, shallow: shallow === "true", isClean },
      ...(head !== undefined && { head }),
      ...(found ?? {}),
      read: (path) =>
        found ? blob(`${found.commit}:${prefix}${path}`) : Promise.resolve(undefined),
    };
  } catch {
    return undefined;
  }
}

type Trusted = Required<Pick<TrustedSource, "ref" | "commit">>;

async function firstCommit(git: RunGit, asked: string | undefined): Promise<Trusted | undefined> {
  if (asked === undefined) return firstUsual(git);
  const commit = await commitOf(git, asked);
  return commit === undefined ? undefined : { ref: shortName(asked), commit };
}

/** All in one question: git takes longer to start than to answer. */
async function firstUsual(git: RunGit): Promise<Trusted | undefined> {
  const text = await git("for-each-ref", "--format=%(refname) %(objectname)", ...usualRefs);
  const found = new Map(text.split("\n").map((line) => line.split(" ") as [string, string]));
  const ref = usualRefs.find((each) => found.has(each));
  const commit = ref && found.get(ref);
  return ref && commit ? { ref: shortName(ref), commit } : undefined;
}

const shortName = (ref: string): string => ref.replace(/^refs\/(remotes|heads)\//, "");

async function commitOf(git: RunGit, ref: string): Promise<string | undefined> {
  try {
    const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
    return (await git(...words)).trim().split("\n").at(-1) || undefined;
  } catch {
    return undefined;
  }
}

/** Whom to trust about a gate: the two lists that lie beside its policy. */
export async function readTrust(source: TrustedSource | undefined, policy: string): Promise<Trust> {
  if (source === undefined) return { isKnown: false, why: "no-git" };
  const { ref, commit } = source;
  if (ref === undefined || commit === undefined) return { isKnown: false, why: "no-trusted-ref" };
  const no = (why: (Trust & { isKnown: false })["why"]): Trust => ({ isKnown: false, why, ref });
  if (source.shallow) return no("shallow");
  const folder = dirname(policy);
  if ((await source.read(policy)) === undefined) return no("no-policy");
  const signers = await source.read(`${folder}/allowed_signers`);
  if (signers === undefined) return no("no-signers");
  const revoked = await source.read(`${folder}/revoked_keys`);
  return {
    ...{ isKnown: true, ref, commit, allowedSigners: withLineFeeds(signers).toString("utf8") },
    ...(revoked && { revoked: withLineFeeds(revoked) }),
  };
}

/** More paths than this would not fit on a command line: then all who changed anything count. */
const mostPaths = 500;

/** Addresses of all who wrote or committed a change of the paths after a commit, or ever. */
export async function readAuthors(
  { git, head }: TrustedSource,
  since: string | undefined,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (head === undefined) return [];
  const start = since === undefined ? undefined : await commitOf(git, since);
  const range = start === undefined ? head : `${start}..${head}`;
  const limit = paths.length > mostPaths ? [] : ["--", ...paths.map((path) => `:(literal)${path}`)];
  const people = "%ae%n%ce%n%(trailers:key=Co-authored-by,valueonly)";
  const text = await git("log", `--format=${people}`, "--no-show-signature", range, ...limit);
  const addresses = text.split("\n").flatMap((line) => /[^\s<>]+@[^\s<>]+/.exec(line)?.[0] ?? []);
  return [...new Set(addresses.map((address) => address.toLowerCase()))].toSorted();
}
