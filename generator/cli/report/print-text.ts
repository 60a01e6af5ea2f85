import { formatFinding } from "#diagnostics/index.ts";
import { textsOf } from "../texts.ts";
import type { WordedReport } from "./report.ts";

/**
 * Warnings of one kind are named a few times and then counted: the terminal is for what to mend.
 * Nobody mends more errors than that before the next run.
 */
const shownPerCode: Readonly<Record<string, number>> = { error: 200, warning: 5 };

/** Errors; some of the warnings; of the notes only their number. A hint is given once. */
export function printText({ findings, language, lines }: WordedReport): void {
  const hints = new Set<string>();
  const counts = new Map<string, number>();
  const hidden = new Map<string, number>();
  const shown = findings.filter(({ severity, code }) => {
    const most = shownPerCode[severity] ?? 0;
    const count = (counts.get(`${severity} ${code}`) ?? 0) + 1;
    counts.set(`${severity} ${code}`, count);
    if (count > most && most > 0) hidden.set(code, (hidden.get(code) ?? 0) + 1);
    return count <= most;
  });
  for (const { hint, ...finding } of shown) {
    const isNew = hint !== undefined && !hints.has(hint);
    if (isNew) hints.add(hint);
    console.log(formatFinding(isNew ? { ...finding, hint } : finding, language));
  }
  for (const [code, count] of hidden) console.log(textsOf(language).more(count, code));
  if (shown.length > 0) console.log("");
  console.log(lines.join("\n"));
}
