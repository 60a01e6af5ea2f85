import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { RelatedPlace } from "#diagnostics/diagnostic.ts";
import type { BrokenLink, Document } from "./document.ts";

/** A broken link, at the line a person edits; the emitted page and its line explain it. */
export function reportBroken({ document, link, defect, suggestions }: BrokenLink): Diagnostic {
  const place = placeOf(document, document.lineOf(link));
  return diagnose(
    defect,
    { url: link.url },
    { ...place, target: link.url, ...(suggestions.length > 0 && { suggestions }) },
  );
}

/** The first origin of a page, with the emitted page beside it; without origins the page itself. */
export function placeOf(document: Document, line?: number) {
  const emitted = { file: `out/${document.path}`, ...(line !== undefined && { line }) };
  const [origin] = document.origins;
  if (!origin) return { location: emitted };
  const related: readonly RelatedPlace[] = [{ ...emitted, message: document.title }];
  return { location: origin, related };
}
