import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { basename } from "node:path";
import { onDisk, statOf } from "./disk.ts";
import { holdStaging, removeStaging, settleStaging, stagingOf } from "./staging.ts";

/**
 * Puts right what a killed run left: either it had finished preparing, and its tree takes the
 * place of `out/`, or what it had prepared is removed. Says whether `out/` was restored.
 */
export function recoverPublication(out: string): Outcome<boolean> {
  const recovered = onDisk(out, () => recover(out));
  return "problem" in recovered ? outcome(false, [recovered.problem]) : recovered.value;
}

function recover(out: string): Outcome<boolean> {
  const staging = stagingOf(out);
  if (statOf(staging.folder) === undefined) return outcome(false);
  const hold = holdStaging(staging);
  const path = basename(staging.folder);
  if (hold === "foreign") {
    return outcome(false, [diagnose("publish/staging-in-the-way", { path })]);
  }
  if (typeof hold === "object") {
    return outcome(false, [diagnose("publish/locked", { path, pid: hold.heldBy })]);
  }
  const restored = settleStaging(out, staging);
  removeStaging(staging);
  return outcome(restored, restored ? [diagnose("publish/restored", { path: basename(out) })] : []);
}
