import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything that is in a file; what cannot be read is reported. */
export function readBytes(root: string, file: string): Outcome<Buffer | undefined> {
  try {
    return outcome(readFileSync(join(root, file)));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const problem = diagnose("sources/unreadable-file", { reason }, { location: { file } });
    return outcome(undefined, [problem]);
  }
}
