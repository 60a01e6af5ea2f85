import { packageVersion } from "#config/package-root.ts";
import { repositoryOf } from "#config/repository.ts";
import { type FindingsReport, outputs } from "#diagnostics/outputs/index.ts";
import type { OutputName } from "#diagnostics/outputs/names.ts";
import { appendFileSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { jobSummary } from "./job-summary.ts";
import type { WordedReport } from "./report.ts";

/** Prints findings for another program; what GitHub shows of a run is written where it asks for it. */
export function printOutput(worded: WordedReport, name: OutputName): void {
  const { root = ".", subject = "", pageOf, findings, language, lines } = worded;
  const report: FindingsReport = {
    ...{ findings, language, lines, subject },
    ...(pageOf && { pageOf }),
    tool: { name: "rastro", version: packageVersion() },
    base: pathInRepository(resolve(root)),
    lineOf: lineReader(root),
  };
  console.log(outputs[name](report));
  const summary = process.env["GITHUB_STEP_SUMMARY"];
  if (name === "github" && summary) appendFileSync(summary, jobSummary(report));
}

/** From the root of the repository, which is where forges look for files; else from the current folder. */
function pathInRepository(folder: string): string {
  const from = repositoryOf(folder) ?? process.cwd();
  const path = relative(from, folder).split(sep).join("/");
  return /^(?:\.\.(?:\/|$)|\/|[a-z]:)/i.test(path) ? "" : path;
}

/** Lines of the files that findings name; each file is read once. */
function lineReader(root: string): FindingsReport["lineOf"] {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = files.get(file) ?? linesOf(join(root, file));
    files.set(file, lines);
    return lines[line - 1];
  };
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, "utf8")
      .replace(/^\ufeff/, "")
      .split(/\r\n|\n|\r/);
  } catch {
    // What is not there any more has no columns to count.
    return [];
  }
}
