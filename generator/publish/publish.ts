import { diagnose, type Diagnostic, hasErrors, outcome, type Outcome } from "#diagnostics/index.ts";
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { writeContent } from "./content.ts";
import { onDisk, statOf } from "./disk.ts";
import type { PublicationPlan } from "./plan-publication.ts";
import { recoverPublication } from "./recover.ts";
import { holdStaging, removeStaging, type Staging, stagingOf } from "./staging.ts";

/** What a publication did. */
export interface Publication {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
}

/**
 * Carries out a plan: the whole next tree is prepared beside `out/` and then takes its place, so
 * that a reader, or a kill at any moment, finds the old tree or the new one. Unchanged files are
 * the same files as before.
 *
 * @trace P7
 */
export function publish(plan: PublicationPlan): Outcome<Publication> {
  const nothing = { written: 0, removed: 0, unchanged: plan.carried.length };
  if (!plan.isNeeded) return outcome(nothing);
  const recovered = recoverPublication(plan.out);
  if (hasErrors(recovered.diagnostics)) return outcome(nothing, recovered.diagnostics);
  const staging = stagingOf(plan.out);
  const applied = onDisk(plan.out, () => apply(plan, staging));
  const diagnostics = "problem" in applied ? [applied.problem] : applied.value;
  if (hasErrors(diagnostics)) return outcome(nothing, diagnostics);
  const { writes, removed, carried } = plan;
  return outcome(
    { written: writes.length, removed: removed.length, unchanged: carried.length },
    diagnostics,
  );
}

function apply(plan: PublicationPlan, staging: Staging): readonly Diagnostic[] {
  const path = basename(staging.folder);
  const hold = holdStaging(staging);
  if (hold === "foreign") return [diagnose("publish/staging-in-the-way", { path })];
  if (typeof hold === "object") return [diagnose("publish/locked", { path, pid: hold.heldBy })];
  const prepared = onDisk(plan.out, () => {
    if (!isStillThere(plan)) return [diagnose("publish/changed-meanwhile", {})];
    stage(plan, staging);
    exchange(plan.out, staging);
    return [];
  });
  const problems = "problem" in prepared ? [prepared.problem] : prepared.value;
  // Without an `out/` that was there before, what is staged is all there is: the next run's.
  if (plan.identity !== undefined && statOf(plan.out) === undefined) return problems;
  const removed = onDisk(plan.out, () => removeStaging(staging));
  // What stopped the publication stops the cleaning too; it is said once, and the next run cleans.
  if ("problem" in removed && problems.length === 0) {
    return [diagnose("publish/left-behind", { path })];
  }
  return problems;
}

/** Every publication exchanges the folder, so another folder means another publication. */
function isStillThere({ out, identity }: PublicationPlan): boolean {
  const stats = statOf(out);
  return stats?.dev === identity?.dev && stats?.ino === identity?.ino;
}

function stage({ out, folders, writes, carried }: PublicationPlan, staging: Staging): void {
  const root = staging.tree;
  mkdirSync(root);
  for (const { path } of folders) mkdirSync(join(root, path));
  for (const { path, kind } of carried) {
    if (kind === "link") symlinkSync(readlinkSync(join(out, path)), join(root, path));
    else linkOrCopy(join(out, path), join(root, path));
  }
  writeAll(writes, root);
  // Permissions last and children first, so that a folder that forbids writing can still be filled.
  for (const { path, mode } of folders.toReversed()) {
    if (mode !== undefined) chmodSync(join(root, path), mode);
  }
  const stats = statOf(out);
  if (stats) chmodSync(root, stats.mode & 0o7777);
  writeFileSync(staging.complete, "", { flag: "wx" });
}

/** What lies at two places, as the Markdown of a page does in `md/` and beside its HTML, is written once. */
function writeAll(writes: PublicationPlan["writes"], root: string): void {
  const written = new Map<(typeof writes)[number]["content"], string>();
  for (const { path, content } of writes) {
    const to = join(root, path);
    const twin = written.get(content);
    if (twin !== undefined) linkOrCopy(twin, to);
    else {
      writeContent(to, content);
      written.set(content, to);
    }
  }
}

/** File systems without hard links, or files of another owner, are copied with their times. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EPERM", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV"].includes(code))
      throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    const { atime, mtime } = lstatSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** The two renames. When the second is refused, the old tree comes back. */
function exchange(out: string, { tree, previous }: Staging): void {
  const hadOutput = statOf(out) !== undefined;
  if (hadOutput) renameSync(out, previous);
  try {
    renameSync(tree, out);
  } catch (error) {
    if (hadOutput) renameSync(previous, out);
    throw error;
  }
}
