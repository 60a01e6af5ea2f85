import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Nobody writes so much by hand; what was put there by mistake would fill the memory. */
const mostMegabytes = 64;

/** Everything that is in a file; what cannot be read, or is too much, is reported. */
export function readBytes(root: string, file: string): Outcome<Buffer | undefined> {
  try {
    const bytes = readFileSync(join(root, file));
    const megabytes = Math.ceil(bytes.length / 2 ** 20);
    if (megabytes <= mostMegabytes) return outcome(bytes);
    const args = { megabytes, most: mostMegabytes };
    return outcome(undefined, [diagnose("sources/file-too-large", args, { location: { file } })]);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const problem = diagnose("sources/unreadable-file", { reason }, { location: { file } });
    return outcome(undefined, [problem]);
  }
}
