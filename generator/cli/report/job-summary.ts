import { type FindingsReport, pathFromRoot } from "#diagnostics/outputs/index.ts";
import type { Finding } from "#diagnostics/index.ts";
import { escapeMarkdown } from "#markdown/escape/index.ts";

/** GitHub takes a MiB a step; nobody reads a longer table. */
const shown = 100;

const headings = {
  "pt-BR": ["", "Onde", "O quê", "Código"],
  en: ["", "Where", "What", "Code"],
};

const signs: Readonly<Record<string, string>> = { error: "❌", warning: "⚠️" };

/** The findings of a run as the Markdown that GitHub shows on its page: errors first, no notes. */
export function jobSummary(report: FindingsReport): string {
  const { findings, language, lines, tool } = report;
  const listed = Object.keys(signs).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const rows = listed.slice(0, shown).map((finding) => rowOf(finding, report));
  const head = [headings[language], headings[language].map(() => "---")].map(row);
  const rest = listed.length - rows.length;
  return [
    `## ${tool.name}\n`,
    ...(rows.length > 0 ? [...head, ...rows, ""] : []),
    ...(rest > 0 ? [`… +${String(rest)}\n`] : []),
    ...lines.map((line) => `- ${escapeMarkdown(line, "line")}`),
    "",
  ].join("\n");
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function rowOf(finding: Finding, report: FindingsReport): string {
  const { severity, message, code, file, line, column } = finding;
  const place = [pathFromRoot(report, file), line, column];
  const where = place.filter((part) => part !== undefined).join(":");
  return row([
    signs[severity] ?? "",
    escapeMarkdown(where, "cell-code"),
    inCell(message),
    escapeMarkdown(code, "cell-code"),
  ]);
}

/** Messages put names between backticks; whatever the names hold, they stay names. */
const inCell = (message: string): string =>
  message
    .split("`")
    .map((part, index) => (index % 2 === 1 ? escapeMarkdown(part, "cell-code") : words(part)))
    .join("");

/** The blanks at the ends keep words and names apart. */
const words = (text: string): string =>
  text.replace(/\S(?:.*\S)?/s, (written) => escapeMarkdown(written, "cell"));
