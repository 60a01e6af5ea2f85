import type { Language } from "#model/pages/page.ts";
import { catalogue } from "./catalogue/index.ts";
import type { Wording } from "./catalogue/entry.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** A diagnostic in words: the shape that every output format shows. */
export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly target?: string;
  readonly hint?: string;
  readonly suggestions?: readonly string[];
  readonly fix?: Diagnostic["fix"];
  readonly baselined?: true;
  readonly related?: Diagnostic["related"];
}

export function toFinding(diagnostic: Diagnostic, language: Language): Finding {
  const { args, ...rest } = diagnostic;
  const wording = catalogue[diagnostic.code][language === "en" ? "en" : "pt"] as Wording<unknown>;
  const hint = wording.hint?.(args);
  return { ...rest, message: wording.message(args), ...(hint !== undefined && { hint }) };
}

const didYouMean = { "pt-BR": "você quis dizer", en: "did you mean" };

/** `file:line:column severity message [code]`, with the hint and suggestions on lines of their own. */
export function formatFinding(finding: Finding, language: Language): string {
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined);
  const head = [place.join(":"), finding.severity, finding.message, `[${finding.code}]`];
  const lines = [head.filter((part) => part !== "").join(" ")];
  if (finding.suggestions?.length) {
    const names = finding.suggestions.map((name) => `\`${name}\``).join(", ");
    lines.push(`  ${didYouMean[language]} ${names}?`);
  }
  if (finding.hint !== undefined) lines.push(`  ${finding.hint}`);
  for (const place of finding.related ?? []) {
    const where = [place.file, place.line, place.column].filter((part) => part !== undefined);
    lines.push(`  ${where.join(":")} ${place.message}`);
  }
  return lines.map(printable).join("\n");
}

/** Names come from outside: what would move the cursor or hide what is meant is shown as its code. */
const printable = (line: string): string =>
  line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === "\n" ? "\\n" : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By file, line, column and code; what is said twice is kept once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(diagnostics.map((each) => [JSON.stringify(each), each]));
  return [...distinct]
    .sort(([keyA, a], [keyB, b]) => compareDiagnostics(a, b) || compare(keyA, keyB))
    .map(([, each]) => each);
}

/** A place that is not known comes first. */
const compareDiagnostics = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.file ?? "", b.file ?? "") ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0) ||
  compare(a.code, b.code);
