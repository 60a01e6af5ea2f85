import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { LabelInText, PageLinks } from "./page-links.ts";
import { normalised } from "./read-links.ts";

type LabelCode =
  | "verify/undefined-reference"
  | "verify/unused-definition"
  | "verify/shadowed-definition"
  | "verify/undefined-footnote"
  | "verify/unused-footnote"
  | "verify/duplicate-footnote";

/** Definitions and notes of a page that do not fit what refers to them. */
export function reportLabels(file: string, page: PageLinks): readonly Diagnostic[] {
  const say =
    (code: LabelCode) =>
    ({ label, line, column }: LabelInText): Diagnostic =>
      diagnose(code, { label }, { location: { file, line, column }, target: label });
  return [
    ...page.undefinedReferences.map(say("verify/undefined-reference")),
    ...page.definitions.filter(notIn(page.references)).map(say("verify/unused-definition")),
    ...repeated(page.definitions, normalised).map(say("verify/shadowed-definition")),
    ...page.undefinedNotes.map(say("verify/undefined-footnote")),
    ...page.notes.filter(notIn(page.noteReferences)).map(say("verify/unused-footnote")),
    ...repeated(page.notes, normalised).map(say("verify/duplicate-footnote")),
  ];
}

const notIn =
  (used: ReadonlySet<string>) =>
  ({ label }: LabelInText): boolean =>
    !used.has(normalised(label));

/** Those that something before them has taken. */
export function repeated<Label extends LabelInText>(
  labels: readonly Label[],
  keyOf: (label: string) => string,
): readonly Label[] {
  const seen = new Set<string>();
  return labels.filter(({ label }) => seen.size === seen.add(keyOf(label)).size);
}
