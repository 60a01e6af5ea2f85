import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { type Fact, itemFact } from "#model/fact.ts";
import type { Item, ItemId } from "#model/item.ts";
import { itemName } from "#model/item.ts";
import { indexNames, resolveName } from "#model/names.ts";
import { type ChangedFile, changedItems } from "#model/trace/changed-items.ts";
import { join } from "node:path";
import { statOf } from "../files.ts";
import { readChanges } from "../git/read-changes.ts";
import { openGit, type RunGit } from "../git/run-git.ts";

/** When the tests ran, or on which commit, as far as their report tells it. */
type Run = Pick<Item<"test">["attributes"], "ranAt" | "ranOn">;

/**
 * The facts, in which a test that passed is stale when what it verifies, or the test itself, changed
 * after it ran. Without a time or a commit in the report, and without git, nothing can be said.
 *
 * @trace P4
 */
export async function withStaleResults(
  root: string,
  facts: readonly Fact[],
): Promise<Outcome<readonly Fact[]>> {
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const tests = items.filter((item) => item.kind === "test").filter(isDated);
  if (tests.length === 0) return outcome(facts);
  const verified = verifiedBy(facts, items);
  const stale = new Map<ItemId, readonly string[]>();
  for (const [, ran] of Map.groupBy(tests, ({ attributes }) => keyOf(attributes))) {
    const changed = await changedSince(root, ran[0]?.attributes ?? {}, items);
    if (changed === undefined) continue;
    for (const test of ran) {
      const names = [test, ...(verified.get(test.id) ?? [])].filter(changed).map(nameOf);
      if (names.length > 0) stale.set(test.id, [...new Set(names)]);
    }
  }
  return outcome(
    facts.map((fact) => markStale(fact, stale)),
    describeStale(stale),
  );
}

/** More than these are counted. */
const mostNamed = 5;

/** One finding for all of them: the tests have to be run again anyway. */
function describeStale(stale: ReadonlyMap<ItemId, readonly string[]>): readonly Diagnostic[] {
  if (stale.size === 0) return [];
  const names = [...new Set([...stale.values()].flat())].sort();
  const [changed, more] = [names.slice(0, mostNamed), Math.max(0, names.length - mostNamed)];
  return [diagnose("sources/tests-stale", { tests: stale.size, changed, more })];
}

const isDated = ({ attributes: { ranAt, ranOn, verdict } }: Item<"test">): boolean =>
  verdict === "passed" && (ranAt ?? ranOn) !== undefined;

const keyOf = ({ ranAt = "", ranOn = "" }: Run): string => `${ranOn} ${ranAt}`;

/** A test by the file it is in, which is what changed. */
const nameOf = (item: Item): string =>
  item.kind === "test" ? item.location.file : itemName(item.id);

function markStale(fact: Fact, stale: ReadonlyMap<ItemId, readonly string[]>): Fact {
  if (fact.fact !== "item" || fact.item.kind !== "test") return fact;
  const changedSince = stale.get(fact.item.id);
  if (changedSince === undefined) return fact;
  const attributes = { ...fact.item.attributes, verdict: "stale", changedSince } as const;
  return itemFact({ ...fact.item, attributes });
}

/** What each test verifies, as far as its names are those of items. */
function verifiedBy(
  facts: readonly Fact[],
  items: readonly Item[],
): ReadonlyMap<ItemId, readonly Item[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const index = indexNames(byId);
  const pairs = facts.flatMap((fact) => {
    if (fact.fact !== "reference" || fact.reference.role !== "verifies") return [];
    const found = resolveName(fact.reference.to, index);
    const item = found.status === "resolved" ? byId.get(found.target) : undefined;
    return item ? [{ from: fact.reference.from, item }] : [];
  });
  const grouped = Map.groupBy(pairs, ({ from }) => from);
  return new Map([...grouped].map(([from, all]) => [from, all.map(({ item }) => item)]));
}

/** Whether an item changed since a run; undefined when git cannot tell. */
async function changedSince(
  root: string,
  run: Run,
  items: readonly Item[],
): Promise<((item: Item) => boolean) | undefined> {
  const git = openGit(root);
  try {
    const revision = await revisionOf(run, git);
    // Every commit is younger than the run: so is everything in them.
    if (revision === "") return () => true;
    const changes = await readChanges(root, revision);
    if (changes === undefined) return undefined;
    const later = await withoutEarlierEdits(changes, { root, run, revision, git });
    const changed = new Set(changedItems(items, later).map(({ id }) => id));
    return ({ id }) => changed.has(id);
  } catch {
    return undefined;
  }
}

/** The commit that the tests ran on: the one that the report names, else the newest one by then. */
async function revisionOf({ ranOn, ranAt }: Run, git: RunGit): Promise<string> {
  if (ranOn !== undefined) {
    return (
      await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ranOn}^{commit}`)
    ).trim();
  }
  return (await git("rev-list", "-1", `--before=${ranAt ?? ""}`, "HEAD", "--")).trim();
}

interface Ran {
  readonly root: string;
  readonly run: Run;
  readonly revision: string;
  readonly git: RunGit;
}

/** Edits that nobody committed and that were there when the tests ran are what the tests ran on. */
async function withoutEarlierEdits(
  changes: readonly ChangedFile[],
  { root, run: { ranAt }, revision, git }: Ran,
): Promise<readonly ChangedFile[]> {
  if (ranAt === undefined || changes.length === 0) return changes;
  const names = ["-z", "--name-only", "--no-renames", "--relative"];
  const committed = await git("diff", ...names, "--end-of-options", revision, "HEAD", "--");
  const inCommits = new Set(committed.split("\0"));
  const ran = Date.parse(ranAt);
  return changes.filter(
    ({ file }) => inCommits.has(file) || (statOf(join(root, file))?.mtimeMs ?? Infinity) > ran,
  );
}
