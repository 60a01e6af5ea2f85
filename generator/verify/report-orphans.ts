import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type CheckedPart, type Reach, sitePath } from "./check-links.ts";
import type { Document } from "./document.ts";
import { placeOf } from "./report-broken.ts";

/** Pages to which no way leads: in the Markdown from the entries, in the site from its one entry. */
export function reportOrphans(markdown: CheckedPart, html: CheckedPart): readonly Diagnostic[] {
  if (markdown.documents.length === 0) return [];
  const entries = markdown.documents.filter(({ path }) => isEntry.test(path));
  if (!entries.some(({ path }) => path === "md/README.md")) {
    return [diagnose("verify/missing-entry", {}, { target: "README.md" })];
  }
  const orphans = unreachable(markdown, entries);
  const told = new Set(orphans.map(({ path }) => sitePath(path)));
  const start = html.documents.filter(({ path }) => path === "site/index.html");
  const lost = unreachable(html, start).filter(({ path }) => !told.has(path));
  return [...orphans, ...lost].map((document) =>
    diagnose(
      "verify/orphan-page",
      { path: document.path },
      { ...placeOf(document), target: document.path },
    ),
  );
}

/** The page above all, and that of each further language, which a forge does not link. */
const isEntry = /^md\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?README\.md$/;

function unreachable(part: CheckedPart, entries: readonly Document[]): readonly Document[] {
  const documents = new Map(part.documents.map((document) => [document.path, document]));
  const reached = new Set(entries);
  const followed = new Set<Reach>();
  // A set that grows while it is walked: the walk ends when nothing new is found.
  for (const document of reached) {
    for (const reach of part.leadsTo.get(document) ?? []) {
      if (followed.has(reach)) continue;
      followed.add(reach);
      for (const { path } of reach.places) {
        const next = documents.get(path);
        if (next) reached.add(next);
      }
    }
  }
  return part.documents.filter((document) => !reached.has(document));
}
