import { diagnose, type DiagnosticArguments, type DiagnosticCode } from "#diagnostics/index.ts";
import type { Context } from "../context.ts";

/** What says that something may be there that no text shows. */
const leavesDoubt: ReadonlySet<string> = new Set<DiagnosticCode>([
  "sources/sql-dynamic",
  "sources/sql-syntax",
  "sources/sql-not-modelled",
]);

/**
 * Reports that PostgreSQL refuses the statement: an error where that is certain. In a block that may
 * not run, in the sources of others, and where not all statements so far are known, a warning.
 */
export function refuse<Code extends DiagnosticCode>(
  context: Context,
  code: Code,
  args: DiagnosticArguments<Code>,
): void {
  const { session, migration, conditional } = context;
  const isSure =
    !conditional &&
    !migration.foreign &&
    !session.diagnostics.some((said) => leavesDoubt.has(said.code));
  const severity = isSure ? "error" : "warning";
  session.diagnostics.push(diagnose(code, args, { location: context.place(0), severity }));
}
