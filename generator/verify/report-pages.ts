import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type CheckedPart, sitePath } from "./check-links.ts";
import type { Destination, Document } from "./document.ts";
import { placeOf } from "./report-broken.ts";

/** Pages that are one file on systems that do not tell case or Unicode forms apart. */
export function reportSamePaths(documents: readonly Document[]): readonly Diagnostic[] {
  const seen = new Map<string, Document>();
  return documents.flatMap((document) => {
    const key = document.path.normalize("NFC").toLowerCase();
    const other = seen.get(key);
    if (!other) {
      seen.set(key, document);
      return [];
    }
    const args = { path: document.path, other: other.path };
    const related = other.origins.slice(0, 1).map((place) => ({ ...place, message: other.title }));
    return [diagnose("verify/same-path", args, { ...placeOf(document), related })];
  });
}

/** Anchors that a page has twice: a link reaches only the first. */
export function reportDuplicateAnchors({
  documents,
  destinations,
}: CheckedPart): readonly Diagnostic[] {
  return documents.flatMap((document) => {
    const { anchors, path } = document;
    if (destinations.anchorsOf(path)?.size === anchors.length) return [];
    const seen = new Set<string>();
    const twice = new Set(anchors.filter((anchor) => seen.size === seen.add(anchor).size));
    return [...twice].map((anchor) =>
      diagnose(
        "verify/duplicate-anchor",
        { anchor, path },
        { ...placeOf(document), target: anchor },
      ),
    );
  });
}

/** Pages without a single link among them: not sound, but unchecked. */
export function reportEmptyCheck({
  documents,
  internal,
  broken,
}: CheckedPart): readonly Diagnostic[] {
  return documents.length > 1 && internal + broken.length === 0
    ? [diagnose("verify/nothing-checked", { pages: documents.length })]
    : [];
}

/** Each page must offer and reach in HTML what it offers and reaches in Markdown. */
export function reportDisagreement(
  markdown: CheckedPart,
  html: CheckedPart,
): readonly Diagnostic[] {
  const wrong = new Set([...markdown.broken, ...html.broken].map(({ document }) => document.path));
  const twins = new Map(html.documents.map((document) => [document.path, document]));
  if (twins.size === 0) return [];
  const counterpartOf = counterparts(markdown, html);
  return markdown.documents.flatMap((document) => {
    const path = sitePath(document.path);
    const twin = twins.get(path);
    if (!twin) return [disagreement(document, path)];
    if (wrong.has(document.path) || wrong.has(path)) return [];
    const offered = html.destinations.anchorsOf(path);
    const anchors = document.anchors.filter((anchor) => !offered?.has(anchor));
    const reached = new Set(placesOf(html, twin));
    const places = placesOf(markdown, document).filter(
      (place) => !reached.has(counterpartOf(place)),
    );
    const own = missing(ownOf(markdown, document), () => ownOf(html, twin));
    const lost = [
      ...[...anchors, ...own].map((anchor) => `#${anchor}`),
      ...places.map((place) => [place.path, place.fragment].filter(Boolean).join("#")),
    ];
    return [...new Set(lost)].map((what) => disagreement(document, what));
  });
}

/** What is wanted and not there; few pages want anything, so what is there is looked up late. */
function missing(wanted: readonly string[], present: () => readonly string[]): readonly string[] {
  if (wanted.length === 0) return [];
  const found = new Set(present());
  return wanted.filter((each) => !found.has(each));
}

const placesOf = ({ leadsTo }: CheckedPart, document: Document): readonly Destination[] =>
  (leadsTo.get(document) ?? []).flatMap(({ places }) => places);

const ownOf = ({ leadsTo }: CheckedPart, document: Document): readonly string[] =>
  (leadsTo.get(document) ?? []).flatMap(({ own }) => own);

/** The place of the site that stands for one of the Markdown. */
function counterparts(markdown: CheckedPart, html: CheckedPart): (to: Destination) => Destination {
  const known = new Map<Destination, Destination>();
  return (place) => {
    const before = known.get(place);
    if (before) return before;
    const { path, fragment } = place;
    const isPage = markdown.destinations.pages.has(path);
    const twin = isPage ? sitePath(path) : path.replace(/^md\//, "site/");
    const made = html.destinations.at(twin, fragment);
    known.set(place, made);
    return made;
  };
}

const disagreement = (document: Document, what: string): Diagnostic =>
  diagnose(
    "verify/inventories-disagree",
    { path: document.path, what },
    { ...placeOf(document), target: what },
  );
