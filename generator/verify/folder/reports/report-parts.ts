import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type LabelInText, type PageLinks, repeated } from "#markdown/links/index.ts";

type PartCode = "verify/image-without-text" | "verify/invalid-anchor" | "verify/repeated-anchor";

/** Pictures and anchors of a page that are not as they should be. */
export function reportParts(file: string, page: PageLinks): readonly Diagnostic[] {
  const say =
    (code: PartCode) =>
    ({ label, line, column }: LabelInText): Diagnostic =>
      diagnose(code, { label }, { location: { file, line, column }, target: label });
  const ids = page.anchors.map(({ id, ...place }) => ({ label: id, ...place }));
  return [
    ...page.imagesWithoutText.map(say("verify/image-without-text")),
    ...ids.filter(({ label }) => /\s/.test(label)).map(say("verify/invalid-anchor")),
    ...[...collisions(ids), ...ids.filter(({ from }) => from === "repeated")].map(
      say("verify/repeated-anchor"),
    ),
  ];
}

/** Ids of HTML that something before them has taken. */
const collisions = <Anchor extends LabelInText & { readonly from: string }>(
  anchors: readonly Anchor[],
): readonly Anchor[] => repeated(anchors, (id) => id).filter(({ from }) => from === "html");
