import type { ExitCode } from "../command.ts";
import { criteriaLines, headLines, otherLines } from "./lines.ts";
import type { OpenedGate } from "./open-gate.ts";
import { reportGate } from "./report-gate.ts";

/** Prints each criterion: what it asks, what was observed, what follows, and what shows it. */
export const status = (opened: OpenedGate): ExitCode =>
  reportGate(opened, [...headLines(opened), ...criteriaLines(opened), ...otherLines(opened)]);
