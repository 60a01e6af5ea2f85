/** What the order of a history depends on. */
interface Ordered {
  readonly record: { readonly hash: string; readonly parents: readonly string[] };
}

/**
 * Puts children before their parents, and changes nothing else about the order. Git prints commits
 * by their dates as it comes upon them, without reading the whole history first; where clocks
 * went wrong a parent may come too early, and then it waits for the last of its children.
 */
export function childrenFirst<Commit extends Ordered>(
  commits: readonly Commit[],
): readonly Commit[] {
  const byHash = new Map(commits.map((commit) => [commit.record.hash, commit]));
  const parentsOf = ({ record }: Ordered): readonly Commit[] =>
    [...new Set(record.parents)].flatMap((parent) => byHash.get(parent) ?? []);
  const children = new Map<Ordered, number>(commits.map((commit) => [commit, 0]));
  const add = (commit: Commit, count: number): number => {
    const now = (children.get(commit) ?? 0) + count;
    children.set(commit, now);
    return now;
  };
  for (const commit of commits) for (const parent of parentsOf(commit)) add(parent, 1);
  const order: Commit[] = [];
  const early = new Set<Commit>();
  for (const commit of commits) {
    early.add(commit);
    const open = children.get(commit) === 0 ? [commit] : [];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      order.push(next);
      const freed = parentsOf(next).filter((parent) => add(parent, -1) === 0);
      open.push(...freed.filter((parent) => early.has(parent)));
    }
  }
  return order;
}
