import { anchorIds, hasAnchor, isRepeated } from "./anchors.ts";
import type { KnownPage } from "./folder-page.ts";
import type { Tree } from "./tree.ts";
import { counted, type Defect, likely, suggested } from "./verdict.ts";
import { decoded, writeFragment } from "./written-url.ts";

/** A fragment that a link names, and what stands before its `#` there. */
export interface NamedAnchor {
  readonly fragment: string;
  readonly before: string;
  readonly isImage: boolean;
}

/** What is wrong with the fragment of a link into a page, if anything. */
export function locateAnchor(named: NamedAnchor, page: KnownPage, tree: Tree): readonly Defect[] {
  const { fragment } = named;
  const meant = decoded(fragment);
  // Browsers look for what is written first, and then for what it encodes.
  const ids = meant === undefined ? [fragment] : [fragment, meant];
  const found = ids.find((id) => hasAnchor(page.anchors, id));
  if (found !== undefined) {
    return isRepeated(page.anchors, found) ? [{ code: "verify/unstable-anchor" }] : [];
  }
  if (meant === undefined) return [{ code: "verify/malformed-encoding" }];
  return isGiven(meant, page, tree) ? [] : [nearAnchor(named, page, tree)];
}

/** Anchors that nobody writes: browsers and forges have them on every page. */
function isGiven(id: string, page: KnownPage, { dialect }: Tree): boolean {
  if (/^top$/i.test(id) || /^(?:user-content-)?fn(?:ref)?[-:]/.test(id)) return true;
  if (!dialect.isSite && /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/.test(id)) return true;
  if (page.isHtml || dialect.isSite) return false;
  if (id === "readme") return true;
  return (
    id.startsWith("user-content-") && hasAnchor(page.anchors, id.slice("user-content-".length))
  );
}

/** Lines of a source, pages of a PDF and parts of a picture are no anchors of ours. */
const ofViewers = /^(?:L\d|page=|t=|xywh=|svgView|nameddest=|zoom=|view=|\d+$)/;

/** The same of a link into a file that has no anchors of its own. */
export function locatePart(
  { fragment, isImage }: NamedAnchor,
  to: string,
  tree: Tree,
): readonly Defect[] {
  if (isImage || ofViewers.test(fragment)) return [];
  if (tree.folders.has(to)) return [{ code: "verify/missing-anchor" }];
  return [{ code: "verify/anchor-into-file" }];
}

const withoutAccents = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");

/** The ways in which an anchor can be nearly right, the smallest difference first. */
const differences = [
  { code: "verify/other-unicode-form", fold: (id: string) => id.normalize("NFC") },
  { code: "verify/wrong-case-anchor", fold: (id: string) => id.normalize("NFC").toLowerCase() },
  { code: "verify/accent-variant-anchor", fold: withoutAccents },
] as const;

function nearAnchor(
  { fragment, before }: NamedAnchor,
  page: KnownPage,
  { dialect, site, suggest }: Tree,
): Defect {
  const meant = decoded(fragment) ?? fragment;
  const ids = anchorIds(page.anchors);
  const write = (id: string): string => `${before}#${writeFragment(id, fragment)}`;
  const isUnsure = isMadeElsewhere(site);
  for (const { code, fold } of differences) {
    const found = ids.filter((id) => fold(id) === fold(meant)).map(write);
    if (found.length === 0) continue;
    if (code === "verify/accent-variant-anchor") {
      return { code, ...counted("warning", isUnsure), ...suggested(...found) };
    }
    // The script of a forge finds headings whatever the case; no other browser does.
    const isFound = code === "verify/wrong-case-anchor" && !dialect.isSite && !page.isHtml;
    return { code, ...counted("warning", isUnsure || isFound), ...likely(found) };
  }
  const severity = counted("warning", page.isDynamic || isUnsure);
  return {
    code: "verify/missing-anchor",
    ...severity,
    ...suggested(...suggest(meant, ids).map(write)),
  };
}

/** Nobody knows how the site makes anchors, or a program makes some of them. */
const isMadeElsewhere = (site: Tree["site"]): boolean =>
  site?.isUnknown === true || site?.hasLabels === true;
