import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type LabelInText, normalised, type PageLinks } from "#markdown/links/index.ts";

type LabelCode =
  | "verify/undefined-reference"
  | "verify/unused-definition"
  | "verify/shadowed-definition"
  | "verify/undefined-footnote"
  | "verify/unused-footnote"
  | "verify/duplicate-footnote"
  | "verify/image-without-text"
  | "verify/invalid-anchor"
  | "verify/repeated-anchor";

/** Definitions, notes, pictures and anchors of a page that do not fit together. */
export function reportLabels(file: string, page: PageLinks): readonly Diagnostic[] {
  const say =
    (code: LabelCode) =>
    ({ label, line, column }: LabelInText): Diagnostic =>
      diagnose(code, { label }, { location: { file, line, column }, target: label });
  const ids = page.anchors.map(({ id, ...place }) => ({ label: id, ...place }));
  return [
    ...page.undefinedReferences.map(say("verify/undefined-reference")),
    ...page.definitions.filter(notIn(page.references)).map(say("verify/unused-definition")),
    ...repeated(page.definitions, normalised).map(say("verify/shadowed-definition")),
    ...page.undefinedNotes.map(say("verify/undefined-footnote")),
    ...page.notes.filter(notIn(page.noteReferences)).map(say("verify/unused-footnote")),
    ...repeated(page.notes, normalised).map(say("verify/duplicate-footnote")),
    ...page.imagesWithoutText.map(say("verify/image-without-text")),
    ...ids.filter(({ label }) => /\s/.test(label)).map(say("verify/invalid-anchor")),
    ...[...collisions(ids), ...ids.filter(({ from }) => from === "repeated")].map(
      say("verify/repeated-anchor"),
    ),
  ];
}

const notIn =
  (used: ReadonlySet<string>) =>
  ({ label }: LabelInText): boolean =>
    !used.has(normalised(label));

function repeated<Label extends LabelInText>(
  labels: readonly Label[],
  keyOf: (label: string) => string,
): readonly Label[] {
  const seen = new Set<string>();
  return labels.filter(({ label }) => {
    return seen.size === seen.add(keyOf(label)).size;
  });
}

/** Ids of HTML that something before them has taken. */
const collisions = <Anchor extends LabelInText & { readonly from: string }>(
  anchors: readonly Anchor[],
): readonly Anchor[] => repeated(anchors, (id) => id).filter(({ from }) => from === "html");
