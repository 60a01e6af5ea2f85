/** The operations that lead to one of the pairs, however far away, by their items. */
export function usersOf(
  pairs: readonly string[],
  users: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const seen = new Set(pairs);
  const operations = new Set<string>();
  const left = [...seen];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    for (const user of users.get(at) ?? []) {
      if (user.startsWith(mark)) operations.add(user.slice(mark.length));
      else if (!seen.has(user)) {
        seen.add(user);
        left.push(user);
      }
    }
  }
  return [...operations].sort();
}

const mark = "operation ";
