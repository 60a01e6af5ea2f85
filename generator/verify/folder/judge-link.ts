import { dialectOf, type LinkInText } from "#markdown/links/index.ts";
import type { KnownPage } from "./folder-page.ts";
import { judgeAbsolute } from "./judge-absolute.ts";
import { locateAnchor, locatePart, type NamedAnchor } from "./locate-anchor.ts";
import { locateFile } from "./locate-file.ts";
import { locateWiki } from "./locate-wiki.ts";
import { type OwnAddress, ownAddress } from "./own-addresses.ts";
import { siteOf } from "./sites/find-sites.ts";
import type { Tree } from "./tree.ts";
import { type Defect, defective, type Verdict } from "./verdict.ts";
import { decoded, splitUrl, writePath } from "./written-url.ts";

/** Browsers drop these inside an address, and these at its ends. */
const dropped = /[\t\n\r]/g;
const stripped = /^[\u0000- ]+|[\u0000- ]+$/g;

/** What a template engine will put there, nobody can tell before. */
const variable =
  /\{\{.*\}\}|\{%.*%\}|<%.*%>|\$\{.*\}|^\{.*\}$|%[A-Z][A-Z_]+%|<[A-Z][A-Z_]*>|^(?:URL|LINK)$/s;

/** `@site/static/x.png`: programs that bundle a site know what it stands for. */
const bundled = /^(?:@[\w-]*|~)\//;

/** A way to a file in the folder, of which nothing else needs to be thought. */
const plain = /^(?!\/\/)[\w./#-]+$/;

/** A link that is judged, and where. */
export interface JudgedLink {
  readonly link: Pick<LinkInText, "kind" | "url">;
  /** The page that it stands on. */
  readonly from: string;
  readonly tree: Tree;
}

/** Judges one link of a page. It never throws, and looks at nothing but the tree. */
export function judgeLink({ link, from, tree }: JudgedLink, site?: string): Verdict {
  if (link.kind === "wiki") return locateWiki(link.url, from, tree);
  if (plain.test(link.url)) return judgeRelative(routed(link.url, tree), { link, from, tree });
  const url = link.url.replace(stripped, "").replace(dropped, "");
  if (url === "") return defective("verify/empty-link");
  const isMade = variable.test(url) || (tree.dialect.isSite && bundled.test(url));
  if (isMade) return { isExternal: true, defects: [] };
  const own = ownAddress(url, tree, site);
  if (own) return judgeOwn(own, from, tree);
  return judgeAbsolute(url, link) ?? judgeRelative(routed(url, tree), { link, from, tree });
}

/** `#/guia?id=passo` of docsify is `/guia#passo`. */
function routed(url: string, { dialect }: Tree): string {
  if (dialect.name !== "docsify") return url;
  return url.replace(/^#\//, "/").replace(/\?id=([^&#]*)$/, "#$1");
}

function judgeRelative(url: string, { link, from, tree }: JudgedLink): Verdict {
  const { path, query, fragment } = splitUrl(url);
  const isImage = link.kind === "image";
  const way = decoded(path);
  const tail = url.slice(path.length);
  if (way === undefined) return malformed(path, from, { tree, tail });
  const found: Verdict =
    path === ""
      ? { to: from, defects: [] }
      : locateFile({ from, way, written: path, isImage }, tree);
  const { to } = found;
  const defects = found.defects.map((defect) => withTail(defect, tail));
  if (to === undefined) return { ...found, defects };
  const locale = otherLocale(from, to, tree);
  const all = locale ? [...defects, locale] : defects;
  if (fragment === undefined) return { to, defects: all };
  if (fragment === "") {
    return { to, defects: path + query === "" ? [...all, { code: "verify/empty-fragment" }] : all };
  }
  const named = { fragment, before: path + query, isImage };
  return { to, defects: all, ask: anchorQuestion(named, to, tree) };
}

const anchorQuestion =
  (named: NamedAnchor, to: string, tree: Tree) =>
  (page: KnownPage | undefined): readonly Defect[] => {
    if (!page) return locatePart(named, to, tree);
    // On the forge, a page of a site has other anchors than those that were made of it.
    const site = tree.dialect === tree.forge ? siteOf(to, tree.sites) : undefined;
    const isOther = site !== undefined && dialectOf(site.dialect).slug !== tree.forge.slug;
    return isOther ? [] : locateAnchor(named, page, tree);
  };

const withTail = (defect: Defect, tail: string): Defect => ({
  ...defect,
  ...(defect.certain !== undefined && { certain: defect.certain + tail }),
  ...(defect.suggestions && { suggestions: defect.suggestions.map((each) => each + tail) }),
});

/** A `%` that encodes nothing, in the name of a file that is there, is meant as it stands. */
function malformed(
  path: string,
  from: string,
  { tree, tail }: { tree: Tree; tail: string },
): Verdict {
  const escaped = path.replace(/%(?![0-9a-f]{2})/gi, "%25");
  const way = decoded(escaped);
  const code = "verify/malformed-encoding";
  if (way === undefined) return defective(code);
  const { to, defects } = locateFile({ from, way, written: escaped, isImage: false }, tree);
  if (to === undefined || defects.length > 0) return defective(code);
  const url = escaped + tail;
  return { to, defects: [{ code, certain: url, suggestions: [url] }] };
}

/** An address of one's own is judged as the path that it means; other states are not at hand. */
function judgeOwn(own: OwnAddress, from: string, tree: Tree): Verdict {
  const { kind, url, isCurrent } = own;
  if (!isCurrent) return { isExternal: true, defects: [] };
  const seen = kind === "site" ? tree : onForge(tree);
  const verdict = judgeRelative(url, { link: { kind: "link", url }, from, tree: seen });
  const path = splitUrl(url).path;
  const way = verdict.to === undefined ? undefined : writePath(from, verdict.to, path.slice(1));
  const relative = way === undefined ? {} : { suggestions: [way + url.slice(path.length)] };
  const code = kind === "site" ? "verify/own-site-url" : "verify/own-repository-url";
  const inPart = ({ code, severity, suggestions }: Defect): Defect => ({
    code,
    ...(severity && { severity }),
    ...(suggestions && { suggestions }),
  });
  // A forge lists what lies in a folder.
  const defects = verdict.defects.filter(
    (each) => kind === "site" || each.code !== "verify/directory-without-index",
  );
  const { ask } = verdict;
  return {
    ...verdict,
    defects: [...defects.map(inPart), { code, ...relative }],
    ...(ask && { ask: (page: KnownPage | undefined) => ask(page).map(inPart) }),
  };
}

/** The tree as the forge shows it, where all files are as they lie there. */
const onForge = ({ site: _, ...tree }: Tree): Tree => ({
  ...tree,
  base: "/",
  dialect: tree.forge,
});

const localeFolder = /^[a-z]{2}(?:-[A-Za-z]{2,4})?(?=\/)/;

/** A link into another language, though the page is there in one's own. */
function otherLocale(from: string, to: string, tree: Tree): Defect | undefined {
  const mine = localeFolder.exec(from)?.[0];
  if (mine === undefined || to.startsWith(`${mine}/`)) return undefined;
  const theirs = localeFolder.exec(to)?.[0];
  if (theirs === undefined) return undefined;
  const twin = mine + to.slice(theirs.length);
  if (twin === from || !tree.files.has(twin)) return undefined;
  return { code: "verify/other-locale", suggestions: [writePath(from, twin, "")] };
}
