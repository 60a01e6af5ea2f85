import {
  diagnose,
  type Diagnostic,
  joinOutcomes,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import type { SourceEntry } from "#model/settings.ts";
import { basename, dirname, join, posix, relative, sep } from "node:path";

import { describeEntry, isInside, statOf } from "../files.ts";
import type { Source, SourceRequest } from "../source.ts";
import { assignReleases } from "./tags/assign-releases.ts";
import { findForge } from "./find-forge.ts";
import { type History, historyFacts } from "./history-facts.ts";
import { loadMessageParser } from "./messages/parse-message.ts";
import { loadRules } from "./tags/propose-tag.ts";
import { readAside, readLog, readTags, readTouching, type Tag } from "./read-log.ts";
import { classifyFailure, openGit, type RunGit } from "./run-git.ts";

/** Reads commits, tags and trailers with one `git log` per repository. Without git nothing else stops. */
export const readGit: Source = async (request) => {
  const { value: histories, diagnostics } = await readHistories(request);
  const facts = await Promise.all(histories.map(historyFacts));
  return outcome(facts.flat(), diagnostics);
};

/** The histories of the repositories that the settings name, each once. */
export async function readHistories(request: SourceRequest): Promise<Outcome<readonly History[]>> {
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
    outcome<readonly History[]>(
      [],
      repositories.flatMap(({ diagnostics }) => diagnostics),
    ),
    ...histories,
  ]);
}

/** Where an entry leads: a folder to run git in, and the file in it that limits the history. */
interface Place {
  readonly entry: SourceEntry;
  readonly folder: string;
  /** From there back to the folder of the settings. */
  readonly back: string;
  readonly file: string;
  /** What the entry keeps out of the changelog, relative to the folder. */
  readonly setAside: readonly string[];
}

function findPlace({ root }: SourceRequest, entry: SourceEntry): Outcome<Place | undefined> {
  const path = join(root, entry.path);
  const problem = (code: "sources/outside-root" | "sources/nothing-matches") =>
    outcome(undefined, [describeEntry(code, entry)]);
  if (!isInside(root, path)) return problem("sources/outside-root");
  const stats = statOf(path);
  if (stats === undefined) return problem("sources/nothing-matches");
  const [folder, file] = stats.isDirectory() ? [path, ""] : [dirname(path), basename(path)];
  const setAside = (entry.exclude ?? [])
    .map((each) => join(root, each))
    .filter((each) => isInside(root, each))
    .map((each) => relative(folder, each).split(sep).join("/"));
  const back = relative(folder, root).split(sep).join("/");
  return outcome({ entry, folder, back, file, setAside });
}

interface Repository {
  readonly entry: SourceEntry;
  readonly folder: string;
  readonly git: RunGit;
  readonly top: string;
  readonly shallow: boolean;
  /** Relative to the top; empty: all of it. */
  readonly scope: string;
  /** The folder of the settings, empty or ending in `/`; absent when it is not in the repository. */
  readonly home: string | undefined;
  readonly setAside: readonly string[];
}

async function openRepository({
  entry,
  folder,
  back,
  file,
  setAside,
}: Place): Promise<Outcome<Repository | undefined>> {
  const git = openGit(folder);
  try {
    const [top = "", shallow = "", prefix = ""] = (
      await git("rev-parse", "--show-toplevel", "--is-shallow-repository", "--show-prefix")
    ).split("\n");
    const isShallow = shallow === "true";
    const home = homeOf(prefix, back);
    const scope = prefix + file;
    return outcome({ entry, folder, git, top, shallow: isShallow, scope, home, setAside });
  } catch (error) {
    return outcome(undefined, [describeFailure(error, entry)]);
  }
}

/** `a/b/` and `..` → `a/` */
function homeOf(prefix: string, back: string): string | undefined {
  const home = posix.join("/", prefix, back, "/");
  const depth = prefix.split("/").length - 1;
  const up = back.split("/").filter((step) => step === "..").length;
  return up > depth ? undefined : home.slice(1);
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

async function readHistory(entries: readonly Repository[]): Promise<Outcome<readonly History[]>> {
  const [first] = entries;
  if (first === undefined) return outcome([]);
  const { git, entry, shallow } = first;
  const path = entry.path;
  // Git starts at once; whether there is anything to read is asked meanwhile.
  const reading = loadMessageParser().then((parse) => readLog(first.folder, parse));
  reading.catch(() => undefined);
  try {
    await git("rev-parse", "--verify", "HEAD^{commit}");
  } catch {
    return outcome([], [diagnose("sources/git-no-commits", { path }, placeOf(entry))]);
  }
  try {
    const [log, tags, inScope, aside, forge] = await Promise.all([
      reading,
      readTagsWithRules(git),
      readScope(git, entries),
      readAside(git, first.setAside),
      findForge(git, entry, first.home),
    ]);
    const assignment = assignReleases(
      log.map(({ record }) => record),
      tags,
    );
    const repository = { path, shallow, ...(forge && { forge }) };
    const shallowHistory = shallow
      ? [diagnose("sources/git-shallow", { path }, placeOf(entry))]
      : [];
    const untagged = assignment.releases.length === 0 && !shallow;
    const noTags = untagged ? [diagnose("sources/git-no-tags", { path }, placeOf(entry))] : [];
    return outcome(
      [{ log, assignment, inScope, aside, repository }],
      [...shallowHistory, ...noTags],
    );
  } catch (error) {
    return outcome([], [describeFailure(error, entry)]);
  }
}

/** Where there are tags, what proposes the next one loads while git is still printing the history. */
async function readTagsWithRules(git: RunGit): Promise<readonly Tag[]> {
  const tags = await readTags(git);
  if (tags.length > 0) await loadRules();
  return tags;
}

/** The commits that the entries ask for; nothing said means all. */
async function readScope(
  git: RunGit,
  entries: readonly Repository[],
): Promise<ReadonlySet<string> | undefined> {
  const scopes = entries.map(({ scope }) => scope);
  return scopes.includes("") ? undefined : readTouching(git, scopes);
}
