/** Findings in the forms that forges, code reviews and other programs read. */
import type { FindingsReport } from "./findings-report.ts";
import { writeGithub } from "./github.ts";
import { writeGitlab } from "./gitlab.ts";
import { writeJunit } from "./junit.ts";
import type { OutputName } from "./names.ts";
import { writeRdjson } from "./rdjson.ts";
import { writeSarif } from "./sarif.ts";

export { type FindingsReport, pathFromRoot } from "./findings-report.ts";

/** How each form is written. */
export const outputs: Readonly<Record<OutputName, (report: FindingsReport) => string>> = {
  sarif: writeSarif,
  junit: writeJunit,
  github: writeGithub,
  gitlab: writeGitlab,
  rdjson: writeRdjson,
};
