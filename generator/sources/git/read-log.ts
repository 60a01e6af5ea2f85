import type { Trailer } from "#model/history.ts";
import { StringDecoder } from "node:string_decoder";
import { childrenFirst } from "./children-first.ts";
import type { ParsedMessage, ParseMessage } from "./messages/parse-message.ts";
import type { RunGit } from "./run-git.ts";
import { streamGit } from "./stream-git.ts";

/** One commit as `git log` prints it, without its message. */
export interface LogRecord {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly date: string;
  readonly committed: string;
  readonly trailers: readonly Trailer[];
  /** 0 for the oldest. */
  readonly position: number;
}

/** A commit with what its message says. */
export interface ReadCommit {
  readonly record: LogRecord;
  readonly parsed: ParsedMessage;
}

/** A tag and the commit that it leads to. */
export interface Tag {
  readonly name: string;
  readonly commit: string;
}

/** NUL is the one character that no message, name or date can hold, so no commit can forge a field. */
const fields = ["%H", "%P", "%aN", "%aI", "%cI", "%(trailers:only=true,unfold=true)", "%B"];

/** Whatever the repository's own settings say, the output is this and no more. */
const logOptions = ["-z", "--encoding=UTF-8", "--no-color", "--no-follow", "--no-show-signature"];

/**
 * The whole history of HEAD, newest first, children always before their parents. Messages are
 * parsed while git is still printing the older ones.
 */
export async function readLog(folder: string, parse: ParseMessage): Promise<readonly ReadCommit[]> {
  const format = `--format=tformat:${fields.join("%x00")}`;
  const args = ["log", ...logOptions, format, "--end-of-options", "HEAD", "--"];
  const commits: { record: Numbered; parsed: ParsedMessage }[] = [];
  const seen = new Set<string>();
  let isOrdered = true;
  for await (const values of readFields(streamGit(folder, args))) {
    for (let from = 0; from < values.length; from += fields.length) {
      const record = toRecord(values, from);
      seen.add(record.hash);
      isOrdered &&= !record.parents.some((parent) => seen.has(parent));
      commits.push({ record, parsed: parse(values[from + fields.length - 1] ?? "") });
    }
  }
  const ordered = isOrdered ? commits : childrenFirst(commits);
  for (const [index, { record }] of ordered.entries()) record.position = ordered.length - 1 - index;
  return ordered;
}

/** How old it is, is known when the last one is read. */
type Numbered = Omit<LogRecord, "position"> & { position: number };

/** The fields of whole records, as many at a time as came together. */
async function* readFields(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<readonly string[], void, undefined> {
  const decoder = new StringDecoder("utf8");
  let held: string[] = [];
  for await (const piece of pieces) {
    held.push(decoder.write(piece));
    // A message as long as many pieces is put together once.
    if (!piece.includes(0)) continue;
    const values = held.join("").split("\0");
    const whole = values.length - 1 - ((values.length - 1) % fields.length);
    held = [values.slice(whole).join("\0")];
    yield values.slice(0, whole);
  }
}

function toRecord(values: readonly string[], from: number): Numbered {
  const parents = values[from + 1] ?? "";
  return {
    hash: values[from] ?? "",
    parents: parents === "" ? [] : parents.split(" "),
    author: values[from + 2] ?? "",
    date: values[from + 3] ?? "",
    committed: values[from + 4] ?? "",
    trailers: parseTrailers(values[from + 5] ?? ""),
    position: 0,
  };
}

const noTrailers: readonly Trailer[] = [];

const parseTrailers = (text: string): readonly Trailer[] =>
  text === ""
    ? noTrailers
    : text.split("\n").flatMap((line) => {
        const colon = line.indexOf(":");
        const key = line.slice(0, colon).trim();
        return colon < 0 ? [] : [{ key, value: line.slice(colon + 1).trim() }];
      });

/** The commits of HEAD that touch what lies at the paths, which are relative to the repository. */
export const readTouching = (git: RunGit, paths: readonly string[]): Promise<ReadonlySet<string>> =>
  readNames(
    git,
    paths.map((path) => `:(top,literal)${path}`),
  );

/** The commits of HEAD that touch something at the paths, relative to git's folder, and nothing else. */
export async function readAside(
  git: RunGit,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set();
  const [inside, outside] = await Promise.all([
    readNames(
      git,
      paths.map((path) => `:(literal)${path}`),
    ),
    readNames(git, [":(top)", ...paths.map((path) => `:(exclude,literal)${path}`)]),
  ]);
  return inside.difference(outside);
}

async function readNames(git: RunGit, pathspecs: readonly string[]): Promise<ReadonlySet<string>> {
  const options = [
    "-z",
    "--full-history",
    "--no-follow",
    "--no-show-signature",
    "--format=tformat:%H",
  ];
  const text = await git("log", ...options, "--end-of-options", "HEAD", "--", ...pathspecs);
  return new Set(text.split("\0").filter((hash) => hash !== ""));
}

const tagFields = [
  "%(refname)",
  "%(objecttype)",
  "%(objectname)",
  "%(*objecttype)",
  "%(*objectname)",
];

/** Every tag, annotated or not, with the object it leads to in the end. */
export async function readTags(git: RunGit): Promise<readonly Tag[]> {
  const text = await git("for-each-ref", `--format=${tagFields.join("%00")}`, "refs/tags/");
  return text.split("\n").flatMap((line) => {
    const [name = "", , object = "", peeledType = "", peeled = ""] = line.split("\0");
    return name === ""
      ? []
      : [{ name: name.replace(/^refs\/tags\//, ""), commit: peeledType === "" ? object : peeled }];
  });
}
