import { type Fact, referenceFact } from "#model/fact.ts";
import { type Item, itemId } from "#model/item.ts";
import { changedFiles } from "../git/changed-files.ts";
import { shortHash } from "../git/commit-facts.ts";

/**
 * The facts, with the commit that brought each migration, inferred from the history: of a file that
 * came more than once the last time, and of one that was moved the commit that moved it.
 */
export async function withMigrationCommits(
  root: string,
  facts: readonly Fact[],
): Promise<readonly Fact[]> {
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const migrations = items.filter((item) => item.kind === "migration");
  const commits = new Set(items.filter(({ kind }) => kind === "commit").map(({ id }) => id));
  if (migrations.length === 0 || commits.size === 0) return facts;
  const added = await readAdded(root, migrations);
  const references = migrations.flatMap(({ id, location }) => {
    const to = itemId("commit", added.get(location.file) ?? "");
    const reference = { from: id, role: "created-by", to, location, inferred: true } as const;
    return commits.has(to) ? [referenceFact(reference)] : [];
  });
  return [...facts, ...references];
}

/** By file, the short name of the commit that added it. */
async function readAdded(
  root: string,
  migrations: readonly Item<"migration">[],
): Promise<ReadonlyMap<string, string>> {
  const files = migrations.map(({ location }) => location.file);
  const added = new Map<string, string>();
  const limits = ["--diff-filter=A"];
  for await (const { file, commit } of changedFiles(root, limits, folderOf(files))) {
    if (!added.has(file)) added.set(file, shortHash(commit));
  }
  return added;
}

/** The folder that all of them are in. */
function folderOf(files: readonly string[]): string {
  const [first = [], ...rest] = files.map((file) => file.split("/").slice(0, -1));
  const differs = first.findIndex((step, at) => rest.some((each) => each[at] !== step));
  return (differs < 0 ? first : first.slice(0, differs)).join("/");
}
