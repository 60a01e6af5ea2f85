import {
  diagnose,
  type Diagnostic,
  joinOutcomes,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import { type Fact, itemFact, tallyFact } from "#model/fact.ts";
import { itemId } from "#model/item.ts";
import type { SourceEntry } from "#model/settings.ts";
import { basename, dirname, join } from "node:path";
import { describeEntry, isInside, statOf } from "../files.ts";
import type { Source, SourceRequest } from "../source.ts";
import { type Assignment, assignReleases } from "./assign-releases.ts";
import { commitFacts, releaseFact, shortHash } from "./commit-facts.ts";
import { loadMessageParser } from "./parse-message.ts";
import { proposeTag, type ReadCommit } from "./propose-tag.ts";
import { type LogRecord, readLog, readTags, readTouching } from "./read-log.ts";
import { classifyFailure, openGit, type RunGit } from "./run-git.ts";

/** Reads commits, tags and trailers with one `git log` per repository. Without git nothing else stops. */
export const readGit: Source = async (request) => {
  const places = request.entries.map((entry) => findPlace(request, entry));
  const repositories = await Promise.all(
    places.map(async ({ value, diagnostics }) => {
      const found = value ? await openRepository(value) : outcome(undefined);
      return outcome(found.value, [...diagnostics, ...found.diagnostics]);
    }),
  );
  const opened = repositories.flatMap(({ value }) => value ?? []);
  const histories = await Promise.all(
    [...Map.groupBy(opened, ({ top }) => top).values()].map(readHistory),
  );
  return joinOutcomes([
    outcome<readonly Fact[]>(
      [],
      repositories.flatMap(({ diagnostics }) => diagnostics),
    ),
    ...histories,
  ]);
};

/** Where an entry leads: a folder to run git in, and the file in it that limits the history. */
interface Place {
  readonly entry: SourceEntry;
  readonly folder: string;
  readonly file: string;
}

function findPlace({ root }: SourceRequest, entry: SourceEntry): Outcome<Place | undefined> {
  const path = join(root, entry.path);
  const problem = (code: "sources/outside-root" | "sources/nothing-matches") =>
    outcome(undefined, [describeEntry(code, entry)]);
  if (!isInside(root, path)) return problem("sources/outside-root");
  const stats = statOf(path);
  if (stats === undefined) return problem("sources/nothing-matches");
  return outcome(
    stats.isDirectory()
      ? { entry, folder: path, file: "" }
      : { entry, folder: dirname(path), file: basename(path) },
  );
}

interface Repository {
  readonly entry: SourceEntry;
  readonly git: RunGit;
  readonly top: string;
  readonly shallow: boolean;
  /** Relative to the top; empty: all of it. */
  readonly scope: string;
}

async function openRepository({
  entry,
  folder,
  file,
}: Place): Promise<Outcome<Repository | undefined>> {
  const git = openGit(folder);
  try {
    const [top = "", shallow = "", prefix = ""] = (
      await git("rev-parse", "--show-toplevel", "--is-shallow-repository", "--show-prefix")
    ).split("\n");
    return outcome({ entry, git, top, shallow: shallow === "true", scope: prefix + file });
  } catch (error) {
    return outcome(undefined, [describeFailure(error, entry)]);
  }
}

function describeFailure(error: unknown, entry: SourceEntry): Diagnostic {
  const failure = classifyFailure(error);
  const { path } = entry;
  const at = placeOf(entry);
  if (failure.why === "missing") return diagnose("sources/git-missing", {}, at);
  if (failure.why === "not-a-repository") {
    return diagnose("sources/git-not-a-repository", { path }, at);
  }
  return diagnose("sources/git-refused", { path, reason: failure.reason }, at);
}

/** What a whole repository lacks is said where the settings name it. */
const placeOf = ({ location }: SourceEntry) => ({ ...(location && { location }) });

async function readHistory(entries: readonly Repository[]): Promise<Outcome<readonly Fact[]>> {
  const [first] = entries;
  if (first === undefined) return outcome([]);
  const { git, entry, shallow } = first;
  const path = entry.path;
  try {
    await git("rev-parse", "--verify", "HEAD^{commit}");
  } catch {
    return outcome([], [diagnose("sources/git-no-commits", { path }, placeOf(entry))]);
  }
  try {
    const [log, tags, inScope] = await Promise.all([
      readLog(git),
      readTags(git),
      readScope(git, entries),
    ]);
    const assignment = assignReleases(log, tags);
    const facts = await historyFacts({ log, assignment, inScope, path, shallow });
    const shallowHistory = shallow
      ? [diagnose("sources/git-shallow", { path }, placeOf(entry))]
      : [];
    const untagged = assignment.releases.length === 0 && !shallow;
    const noTags = untagged ? [diagnose("sources/git-no-tags", { path }, placeOf(entry))] : [];
    return outcome(facts, [...shallowHistory, ...noTags]);
  } catch (error) {
    return outcome([], [describeFailure(error, entry)]);
  }
}

/** The commits that the entries ask for; nothing said means all. */
async function readScope(
  git: RunGit,
  entries: readonly Repository[],
): Promise<ReadonlySet<string> | undefined> {
  const scopes = entries.map(({ scope }) => scope);
  return scopes.includes("") ? undefined : readTouching(git, scopes);
}

interface History {
  readonly log: readonly LogRecord[];
  readonly assignment: Assignment;
  readonly inScope: ReadonlySet<string> | undefined;
  readonly path: string;
  readonly shallow: boolean;
}

async function historyFacts(history: History): Promise<readonly Fact[]> {
  const { log, assignment, inScope, path, shallow } = history;
  const { releases, tagOf, otherTags } = assignment;
  const parse = await loadMessageParser();
  const location = { file: path };
  const commits = log
    .filter(({ hash }) => inScope?.has(hash) ?? true)
    .map((record): ReadCommit => ({ record, parsed: parse(record.message) }));
  const [newest] = commits;
  if (newest === undefined) return [];
  // A release that brings nothing to the chosen part of the repository is not one of that part.
  const used = new Set(commits.map(({ record }) => tagOf.get(record.hash)));
  const shown = releases.filter(
    ({ tag, sameAs, foldedInto }) => !inScope || used.has(foldedInto ?? sameAs ?? tag),
  );
  const nextTag = await proposeTag(shown, commits, tagOf);
  const { hash, committed: date } = newest.record;
  return [
    itemFact({
      kind: "repository",
      id: itemId("repository", path),
      title: path,
      location,
      attributes: {
        newest: shortHash(hash),
        date,
        commits: commits.length,
        shallow,
        otherTags,
        ...(nextTag !== undefined && { nextTag }),
      },
    }),
    ...shown.map((release) => releaseFact(release, location)),
    ...commits.flatMap((commit) => commitFacts(commit, tagOf.get(commit.record.hash), location)),
    tallyFact(tallyCommits(commits, path)),
  ];
}

function tallyCommits(commits: readonly ReadCommit[], file: string) {
  const merges = commits.filter(({ record }) => record.parents.length > 1);
  const modelled = commits.filter(
    ({ record, parsed }) => record.parents.length < 2 && parsed.conventional,
  );
  return {
    source: "git",
    file,
    unit: "commits",
    read: commits.length,
    modelled: modelled.length,
    passedOver: merges.length,
    notUnderstood: commits.length - merges.length - modelled.length,
  };
}
