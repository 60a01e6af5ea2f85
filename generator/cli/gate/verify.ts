import type { ExitCode } from "../command.ts";
import { headLines, otherLines, signatureLines } from "./lines.ts";
import type { OpenedGate } from "./open-gate.ts";
import { reportGate } from "./report-gate.ts";

/** Prints what the stored decision and each signature on it are worth. Nothing is fetched. */
export const verify = (opened: OpenedGate): ExitCode =>
  reportGate(opened, [...headLines(opened), ...signatureLines(opened), ...otherLines(opened)]);
