import { diagnose, type Diagnostic, hasErrors, outcome, type Outcome } from "#diagnostics/index.ts";
import { badgeMark, type ChangedRegion, type CommittedFile } from "#model/pages/region.ts";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { onDisk, statOf } from "./disk.ts";

/** A committed file that is to be written, with the bytes that it replaces. */
interface Rewrite {
  readonly file: string;
  /** Absolute, links followed. */
  readonly path: string;
  readonly next: string;
  readonly text: string;
  /** Permissions; absent for a file that is new. */
  readonly mode?: number;
}

const byteOrderMark = "\ufeff";

/** Each region and badge that is not what would be made, with the lines that differ. */
export function checkCommitted(
  files: readonly CommittedFile[],
  root: string,
): readonly Diagnostic[] {
  return files.flatMap((each) => {
    if (each.before !== undefined || each.changed.length > 0)
      return each.changed.map((region) => staleRegion(each, region));
    const location = { file: each.file };
    return readIfThere(join(root, each.file)) === each.after
      ? []
      : [diagnose("publish/stale-badge", {}, { location })];
  });
}

const staleRegion = ({ file }: CommittedFile, region: ChangedRegion): Diagnostic =>
  diagnose(
    "publish/stale-region",
    { name: region.name },
    { location: { file, line: region.line }, related: differences(file, region) },
  );

/** More than this is not read on a terminal. */
const shownLines = 20;

/** The lines that go and come, without those that both begin and end with. */
function differences(file: string, { line, before, after }: ChangedRegion) {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const part = (lines: readonly string[], sign: string) =>
    lines.slice(head, lines.length - tail).map((text, index) => ({
      file,
      line: line + head + index,
      message: `${sign} ${text.replace(/\r$/, "")}`,
    }));
  const all = [...part(before, "-"), ...part(after, "+")];
  const more = all.length - shownLines;
  return more > 0 ? [...all.slice(0, shownLines), { file, message: `… +${String(more)}` }] : all;
}

/**
 * Writes the committed files whose regions differ, all or none: each is prepared beside its place
 * before the first takes it. A file that changed since it was read stops them all.
 */
export function writeCommitted(
  files: readonly CommittedFile[],
  root: string,
): Outcome<readonly string[]> {
  const written = onDisk(join(root, "out"), (): Outcome<readonly string[]> => {
    const plans = files
      .filter(({ before, after }) => before !== after)
      .map((each) => planRewrite(each, root));
    const problems = plans.flatMap(({ diagnostics }) => diagnostics);
    if (hasErrors(problems)) return outcome([], problems);
    const rewrites = plans.flatMap(({ value }) => value ?? []);
    exchange(rewrites);
    return outcome(rewrites.map(({ file }) => file));
  });
  return "problem" in written ? outcome([], [written.problem]) : written.value;
}

function planRewrite(each: CommittedFile, root: string): Outcome<Rewrite | undefined> {
  const { file, after } = each;
  const place = join(root, file);
  const stats = statOf(place);
  const path = stats === undefined ? place : realpathSync(place);
  const current = readIfThere(path);
  const mark = current?.startsWith(byteOrderMark) === true ? byteOrderMark : "";
  if (current === `${mark}${after}`) return outcome(undefined);
  if (!isAsRead(each, current, mark)) {
    return outcome(undefined, [
      diagnose("publish/committed-meanwhile", {}, { location: { file } }),
    ]);
  }
  const mode = stats && statOf(path)?.mode;
  return outcome({
    file,
    path,
    next: `${path}.rastro-next`,
    text: `${mark}${after}`,
    ...(mode !== undefined && { mode: mode & 0o7777 }),
  });
}

/** Regions were made from this very text; a badge takes the place of a badge or of nothing. */
const isAsRead = ({ before }: CommittedFile, current: string | undefined, mark: string): boolean =>
  before === undefined
    ? current === undefined || current.includes(badgeMark)
    : current === `${mark}${before}`;

function exchange(rewrites: readonly Rewrite[]): void {
  try {
    for (const { path, next, text, mode } of rewrites) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(next, text);
      if (mode !== undefined) chmodSync(next, mode);
    }
    for (const { path, next } of rewrites) renameSync(next, path);
  } finally {
    for (const { next } of rewrites) rmSync(next, { force: true });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
