import type { LinkInText } from "#markdown/links/index.ts";
import type { FolderPage } from "./folder-page.ts";
import { judgeAbsolute } from "./judge-absolute.ts";
import { locateAnchor } from "./locate-anchor.ts";
import { locateFile } from "./locate-file.ts";
import { locateWiki } from "./locate-wiki.ts";
import { ownAddress } from "./own-addresses.ts";
import type { Tree } from "./tree.ts";
import { type Defect, defective, type Verdict } from "./verdict.ts";
import { decoded, splitUrl, writePath } from "./written-url.ts";

/** Browsers drop these inside an address, and these at its ends. */
const dropped = /[\t\n\r]/g;
const stripped = /^[\u0000- ]+|[\u0000- ]+$/g;

/** What a template engine will put there, nobody can tell before. */
const variable = /\{\{.*\}\}|\{%.*%\}|<%.*%>|\$\{.*\}|^\{.*\}$|%[A-Z][A-Z_]+%/s;

/** `@site/static/x.png`: programs that bundle a site know what it stands for. */
const bundled = /^(?:@[\w-]*|~)\//;

/** Judges one link of a page. It never throws, and looks at nothing but the tree. */
export function judgeLink(
  link: LinkInText,
  page: FolderPage,
  { tree, site }: { tree: Tree; site?: string },
): Verdict {
  if (link.kind === "wiki") return locateWiki(link.url, page, tree);
  const url = link.url.replace(stripped, "").replace(dropped, "");
  if (url === "") return defective("verify/empty-link");
  const isMade = variable.test(url) || (tree.dialect.isSite && bundled.test(url));
  if (isMade) return { isExternal: true, defects: [] };
  const own = ownAddress(url, tree, site);
  if (own) return judgeOwn(own, page, tree);
  return judgeAbsolute(url, link) ?? judgeRelative(routed(url, tree), { link, page, tree });
}

/** `#/guia?id=passo` of docsify is `/guia#passo`. */
function routed(url: string, { dialect }: Tree): string {
  if (dialect.name !== "docsify") return url;
  return url.replace(/^#\//, "/").replace(/\?id=([^&#]*)$/, "#$1");
}

interface Context {
  readonly link: Pick<LinkInText, "kind">;
  readonly page: FolderPage;
  readonly tree: Tree;
}

function judgeRelative(url: string, { link, page, tree }: Context): Verdict {
  const { path, query, fragment } = splitUrl(url);
  const isImage = link.kind === "image";
  const way = decoded(path);
  if (way === undefined) return malformed(path, page, { tree, tail: url.slice(path.length) });
  const named = { from: page.path, way, written: path, isImage };
  const found: Verdict = path === "" ? { to: page.path, defects: [] } : locateFile(named, tree);
  const tail = url.slice(path.length);
  const defects = found.defects.map((defect) => withTail(defect, tail));
  if (found.to === undefined) return { ...found, defects };
  const locale = otherLocale(page.path, found.to, tree);
  const anchor =
    fragment === undefined
      ? []
      : locateAnchor({ fragment, before: path + query, isImage }, found.to, tree);
  return { to: found.to, defects: [...defects, ...anchor, ...locale] };
}

const withTail = (defect: Defect, tail: string): Defect => ({
  ...defect,
  ...(defect.certain !== undefined && { certain: defect.certain + tail }),
  ...(defect.suggestions && { suggestions: defect.suggestions.map((each) => each + tail) }),
});

/** A `%` that encodes nothing, in the name of a file that is there, is meant as it stands. */
function malformed(
  path: string,
  page: FolderPage,
  { tree, tail }: { tree: Tree; tail: string },
): Verdict {
  const escaped = path.replace(/%(?![0-9a-f]{2})/gi, "%25");
  const way = decoded(escaped);
  const code = "verify/malformed-encoding";
  if (way === undefined) return defective(code);
  const { to, defects } = locateFile(
    { from: page.path, way, written: escaped, isImage: false },
    tree,
  );
  if (to === undefined || defects.length > 0) return defective(code);
  const url = escaped + tail;
  return { to, defects: [{ code, certain: url, suggestions: [url] }] };
}

/** An address of one's own is judged as the path that it means. */
function judgeOwn(
  { kind, url, isCurrent }: NonNullable<ReturnType<typeof ownAddress>>,
  page: FolderPage,
  tree: Tree,
): Verdict {
  const rooted = { ...tree, base: kind === "site" ? tree.base : "/" };
  const verdict = judgeRelative(url, { link: { kind: "link" }, page, tree: rooted });
  const path = splitUrl(url).path;
  const way =
    verdict.to === undefined ? undefined : writePath(page.path, verdict.to, path.slice(1));
  const relative = way === undefined ? {} : { suggestions: [way + url.slice(path.length)] };
  const code = kind === "site" ? "verify/own-site-url" : "verify/own-repository-url";
  const defects = verdict.defects.map(({ code, severity, suggestions }): Defect => ({
    code,
    ...(isCurrent ? severity && { severity } : { severity: "warning" as const }),
    ...(suggestions && { suggestions }),
  }));
  return { ...verdict, defects: [...defects, { code, ...relative }] };
}

const localeFolder = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/;

/** A link into another language, though the page is there in one's own. */
function otherLocale(from: string, to: string, tree: Tree): readonly Defect[] {
  const [mine = "", theirs = ""] = [from, to].map((path) => path.split("/", 1)[0] ?? "");
  if (mine === theirs || !localeFolder.test(mine) || !localeFolder.test(theirs)) return [];
  const twin = mine + to.slice(theirs.length);
  if (twin === from || !tree.files.has(twin)) return [];
  return [{ code: "verify/other-locale", suggestions: [writePath(from, twin, "")] }];
}
