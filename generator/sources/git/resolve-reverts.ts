import type { ReadCommit } from "./read-log.ts";

/** What reverts make of a commit. */
export interface RevertState {
  /** The commit that it takes back, in full when it is here. */
  readonly reverts?: string;
  readonly revertedBy?: string;
  /** It and its counterpart lie in one release, and none of the two counts. */
  readonly cancelled?: true;
}

/**
 * Finds what every revert takes back: by object name, by the number of its request, or by a
 * subject that only one older commit has. Newest first, so that a revert that is itself taken back
 * in the same release takes back nothing.
 */
export function resolveReverts(
  commits: readonly ReadCommit[],
  tagOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, RevertState> {
  const states = new Map<string, RevertState>();
  const find = targetFinder(commits);
  for (const commit of commits) {
    const { hash } = commit.record;
    const target = find(commit);
    const own = states.get(hash);
    if (target === undefined || target === hash) continue;
    const together = tagOf.get(target) === tagOf.get(hash) && !states.has(target);
    const counts = own?.cancelled === undefined;
    const cancels = together && counts ? ({ cancelled: true } as const) : {};
    states.set(hash, { ...own, reverts: target, ...cancels });
    if (counts) states.set(target, { ...states.get(target), revertedBy: hash, ...cancels });
  }
  return states;
}

type FindTarget = (commit: ReadCommit) => string | undefined;

/** Messages are searched no further than this: git writes what it reverts at their beginning. */
const searched = 4000;

function targetFinder(commits: readonly ReadCommit[]): FindTarget {
  const reverting = new Map(
    commits
      .filter(({ parsed }) => isRevert(parsed.subject, parsed.body))
      .map((commit) => [commit, revertedIn(commit.parsed)] as const),
  );
  if (reverting.size === 0) return () => undefined;
  const wanted = [...reverting.values()];
  const subjects = new Set(wanted.map(({ subject }) => subject));
  const numbers = new Set(wanted.flatMap(({ number }) => number ?? []));
  const byHash = hashFinder(
    commits,
    wanted.flatMap(({ name }) => name ?? []),
  );
  const bySubject = Map.groupBy(
    commits.filter(({ parsed }) => subjects.has(parsed.subject)),
    ({ parsed }) => parsed.subject,
  );
  const byNumber = Map.groupBy(
    commits.filter(({ parsed }) => numbers.has(ownNumber(parsed.subject) ?? "")),
    ({ parsed }) => ownNumber(parsed.subject),
  );
  return (commit) => {
    const said = reverting.get(commit);
    if (said === undefined) return undefined;
    const { name, number, subject } = said;
    if (name !== undefined) return byHash(name.toLowerCase());
    const numbered = number === undefined ? undefined : byNumber.get(number);
    return onlyOlder(numbered, commit) ?? onlyOlder(bySubject.get(subject ?? ""), commit);
  };
}

/** How a message says what it reverts. */
function revertedIn({ subject, body }: ReadCommit["parsed"]) {
  const text = body.slice(0, searched);
  const quoted = /^(?:revert:? |reapply )"(.+)"(?: \(#\d+\))?$/i;
  return {
    name: /\bthis reverts commit ([0-9a-f]{7,40})\b/i.exec(text)?.[1],
    number: /^reverts (?:[\w./-]+)?#(\d{1,9})\b/im.exec(text)?.[1],
    subject: quoted.exec(subject.slice(0, searched))?.[1],
  };
}

const isRevert = (subject: string, body: string): boolean =>
  /^re(?:vert|apply)\b/i.test(subject) || body.includes("This reverts commit ");

const ownNumber = (subject: string): string | undefined =>
  subject.endsWith(")") ? /\(#(\d{1,9})\)$/.exec(subject.slice(-20))?.[1] : undefined;

function onlyOlder(
  candidates: readonly ReadCommit[] | undefined,
  { record }: ReadCommit,
): string | undefined {
  const older = (candidates ?? []).filter((each) => each.record.position < record.position);
  return older.length === 1 ? older[0]?.record.hash : undefined;
}

/** Git writes no name of a commit with fewer characters. */
const shortest = 7;

/** The one commit whose name starts so: only names that begin as one that is asked for are kept. */
function hashFinder(
  commits: readonly ReadCommit[],
  asked: readonly string[],
): (start: string) => string | undefined {
  const begin = (name: string): string => name.slice(0, shortest).toLowerCase();
  const beginnings = new Set(asked.map(begin));
  const hashes = commits.map(({ record }) => record.hash);
  const candidates = Map.groupBy(
    hashes.filter((hash) => beginnings.has(begin(hash))),
    begin,
  );
  return (start) => {
    const found = (candidates.get(begin(start)) ?? []).filter((hash) => hash.startsWith(start));
    return found.length === 1 ? found[0] : undefined;
  };
}
