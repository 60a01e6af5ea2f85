import type { GateResult } from "#model/evaluation.ts";
import { exitCodes, type ExitCode } from "../command.ts";

/** One table for all commands that take their exit code from a gate. */
export function exitCodeOf(
  { verdict, signOff }: Pick<GateResult, "verdict" | "signOff">,
  allowConditional: boolean,
): ExitCode {
  if (signOff.state === "tampered") return exitCodes.undetermined;
  return {
    GO: exitCodes.clean,
    CONDITIONAL: allowConditional ? exitCodes.clean : exitCodes.findings,
    "NO-GO": exitCodes.findings,
    PENDING: exitCodes.pending,
    UNDETERMINED: exitCodes.undetermined,
  }[verdict];
}
