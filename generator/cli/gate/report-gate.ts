import type { ExitCode } from "../command.ts";
import { exitCodeOf } from "./exit-code.ts";
import { printReport } from "../report/print-report.ts";
import { gateObject } from "./gate-object.ts";
import type { OpenedGate } from "./open-gate.ts";

/** Prints a gate in the asked format, and says by its exit code how it stands. */
export function reportGate(opened: OpenedGate, lines: readonly string[]): ExitCode {
  const { args, language, gate, diagnostics, result } = opened;
  const own = new Set([gate.location.file, ...result.signOff.signatures.map(({ file }) => file)]);
  const relevant = diagnostics.filter(
    ({ file, severity, args: { gate: name } }) =>
      severity === "error" || (own.has(file ?? "") && (name ?? opened.name) === opened.name),
  );
  if (args.format === "json") {
    printReport({ diagnostics: relevant, language, facts: gateObject(opened) }, args);
  } else {
    console.log([...lines, ""].join("\n"));
    printReport({ diagnostics: relevant, language }, args);
  }
  return exitCodeOf(result, args.own["allow-conditional"] === true);
}
