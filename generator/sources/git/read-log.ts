import type { Trailer } from "#model/history.ts";
import type { RunGit } from "./run-git.ts";

/** One commit as `git log` prints it. */
export interface LogRecord {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly date: string;
  readonly committed: string;
  readonly trailers: readonly Trailer[];
  readonly message: string;
  /** 0 for the oldest. */
  readonly position: number;
}

/** A tag and the commit that it leads to. */
export interface Tag {
  readonly name: string;
  readonly commit: string;
}

/** NUL is the one character that no message, name or date can hold, so no commit can forge a field. */
const fields = ["%H", "%P", "%aN", "%aI", "%cI", "%(trailers:only=true,unfold=true)", "%B"];

/** Whatever the repository's own settings say, the output is this and no more. */
const logOptions = [
  "-z",
  "--date-order",
  "--encoding=UTF-8",
  "--no-color",
  "--no-follow",
  "--no-show-signature",
];

/** The whole history of HEAD, newest first, children always before their parents. */
export async function readLog(git: RunGit): Promise<readonly LogRecord[]> {
  const format = `--format=tformat:${fields.join("%x00")}`;
  return parseLog(await git("log", ...logOptions, format, "--end-of-options", "HEAD", "--"));
}

function parseLog(text: string): readonly LogRecord[] {
  const values = text.split("\0");
  const count = Math.floor(values.length / fields.length);
  return Array.from({ length: count }, (_, index): LogRecord => {
    const from = index * fields.length;
    const parents = values[from + 1] ?? "";
    return {
      hash: values[from] ?? "",
      parents: parents === "" ? [] : parents.split(" "),
      author: values[from + 2] ?? "",
      date: values[from + 3] ?? "",
      committed: values[from + 4] ?? "",
      trailers: parseTrailers(values[from + 5] ?? ""),
      message: values[from + 6] ?? "",
      position: count - 1 - index,
    };
  });
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
