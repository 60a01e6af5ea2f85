import type { DialectName } from "#model/links/link-folder.ts";
import { join, normalize } from "node:path/posix";
import type { TableFile } from "./table-file.ts";

/** A site whose pages lie in the folder that is checked. */
export interface FolderSite {
  readonly dialect: DialectName;
  /** Folders with its pages, without a final `/`; empty for the whole folder. */
  readonly content: readonly string[];
  /** Folders whose files lie at the root of the site: first its own, then what fills their gaps. */
  readonly roots: readonly string[];
  /** Whether it has addresses that no file tells: made by programs, or of other repositories. */
  readonly isOpen: boolean;
  /** Whether nobody knows how it makes anchors and addresses. */
  readonly isUnknown?: boolean;
  /** Whether its programs know labels and anchors that no page tells. */
  readonly hasLabels?: boolean;
}

interface SiteKind {
  /** The file of its settings, and the folder that this lies in. */
  readonly sign: RegExp;
  readonly find: (
    folder: string,
    settings: string,
    folders: readonly string[],
  ) => readonly FolderSite[];
}

const kinds: readonly SiteKind[] = [
  { sign: /^(?:(.*)\/)?\.vitepress\/config\.[cm]?[jt]s$/, find: vitepress },
  { sign: /^(?:(.*)\/)?docusaurus\.config\.[cm]?[jt]s$/, find: docusaurus },
  { sign: /^(?:(.*)\/)?(?:mkdocs\.ya?ml|zensical\.toml)$/, find: mkdocs },
  { sign: /^(?:(.*)\/)?astro\.config\.[cm]?[jt]s$/, find: starlight },
  { sign: /^(?:(.*)\/)?book\.toml$/, find: mdbook },
  { sign: /^(?:(.*)\/)?next\.config\.[cm]?[jt]s$/, find: next },
  { sign: /^(?:(.*)\/)?conf\.py$/, find: sphinx },
  { sign: /^(?:(.*)\/)?_sidebar\.md$/, find: docsify },
  { sign: /^(?:(.*)\/)?(?:docfx|\.openpublishing\.publish\.config)\.json$/, find: docfx },
];

/** Whether a file holds the settings of a site. */
export const isSiteSettings = (path: string): boolean => kinds.some(({ sign }) => sign.test(path));

/** The sites of a folder, by their settings; the deepest comes first. */
export function findSites(
  settings: readonly TableFile[],
  folders: readonly string[],
): readonly FolderSite[] {
  const sites = settings.flatMap(({ path, text }) =>
    kinds.flatMap(({ sign, find }) => {
      const found = sign.exec(path);
      return found ? find(found[1] ?? "", text, folders) : [];
    }),
  );
  const outermost = sites.filter(
    (site) =>
      site.dialect !== "docsify" ||
      !sites.some((other) => other.dialect === "docsify" && isWithin(site, other)),
  );
  const depth = ({ content: [first = ""] }: FolderSite): number => first.length;
  return outermost.toSorted((a, b) => depth(b) - depth(a));
}

/** A chapter of docsify may have a sidebar of its own. */
const isWithin = ({ content: [inner = ""] }: FolderSite, { content: [outer = ""] }: FolderSite) =>
  inner !== outer && isBelow(inner, outer);

/** The site that a page belongs to. */
export const siteOf = (path: string, sites: readonly FolderSite[]): FolderSite | undefined =>
  sites.find(({ content }) => content.some((folder) => isBelow(path, folder)));

export const isBelow = (path: string, folder: string): boolean =>
  folder === "" || path === folder || path.startsWith(`${folder}/`);

/** A folder that settings name, from the root; what leaves the root is nobody's to look at. */
function inFolder(folder: string, way: string): readonly string[] {
  const path = normalize(join(folder, way)).replace(/\/$/, "");
  if (path.startsWith("..")) return [];
  return [path === "." ? "" : path];
}

const written = (settings: string, key: RegExp): string | undefined => key.exec(settings)?.[1];

function vitepress(folder: string, settings: string): readonly FolderSite[] {
  const source = written(settings, /\bsrcDir:\s*["'`]([^"'`]+)/) ?? ".";
  const content = inFolder(folder, source);
  const roots = [...content, ...content.flatMap((each) => inFolder(each, "public"))];
  return [{ dialect: "vitepress", content, roots, isOpen: false }];
}

/** Its pages have addresses by their ids; the folders of pages are told by `path:`. */
function docusaurus(
  folder: string,
  settings: string,
  folders: readonly string[],
): readonly FolderSite[] {
  const named = [...settings.matchAll(/\bpath:\s*["'`]([^"'`]+)/g)].map(([, way = ""]) => way);
  const docs = ["docs", ...named].flatMap((way) => inFolder(folder, way));
  const content = [...new Set([...inFolder(folder, "."), ...docs])];
  const roots = [
    ...inFolder(folder, "static"),
    ...docs,
    ...content,
    ...inFolder(folder, "src/pages"),
  ];
  const whole = { dialect: "docusaurus", content, roots, isOpen: true } as const;
  const editions = folders.filter((each) => isBelow(each, folder) && edition.test(each));
  return [whole, ...editions.map((own) => ({ ...whole, content: [own], roots: [own, ...roots] }))];
}

/** The pages of a version or of a language lie apart, and name each other from their own root. */
const edition =
  /(?:^|\/)(?:versioned_docs\/version-[^/]+|i18n\/[^/]+\/docusaurus-plugin-content-(?:blog|pages|docs[^/]*(?:\/(?:current|version-[^/]+))?))$/;

const locale = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/;

/** Translations lie beside the folder of their original, whose pages fill their gaps. */
function mkdocs(
  folder: string,
  settings: string,
  folders: readonly string[],
): readonly FolderSite[] {
  const way = written(settings, /^docs_dir\s*[:=]\s*["']?([^\s"'#]+)/m) ?? "docs";
  const roots = inFolder(folder, way);
  const hasLabels = /^hooks:|^\s*- (?:autorefs|mkdocstrings|macros)\b/m.test(settings);
  const site = { dialect: "python-markdown", isOpen: false, hasLabels } as const;
  const above = folder.replace(/(?:^|\/)[^/]*$/, "");
  const isTranslated = locale.test(folder.slice(above.length).replace("/", ""));
  const others = isTranslated
    ? folders.filter((each) => each !== roots[0] && isTranslation(each, above, way))
    : [];
  const theme = inFolder(folder, ".").filter((each) => each !== "");
  return [
    { ...site, content: [...roots, ...theme], roots },
    ...others.map((own) => ({ ...site, content: [own], roots: [own, ...roots] })),
  ];
}

function isTranslation(folder: string, above: string, way: string): boolean {
  const rest = above === "" ? folder : isBelow(folder, above) ? folder.slice(above.length + 1) : "";
  const [language = "", ...inside] = rest.split("/");
  return locale.test(language) && inside.join("/") === way;
}

/** Starlight alone has its pages where it looks for them. */
function starlight(
  folder: string,
  _settings: string,
  folders: readonly string[],
): readonly FolderSite[] {
  const content = inFolder(folder, "src/content/docs").filter((each) => folders.includes(each));
  if (content.length === 0) return [];
  const roots = ["public", "src/pages"].flatMap((way) => inFolder(folder, way));
  return [{ dialect: "starlight", content, roots: [...content, ...roots], isOpen: true }];
}

function mdbook(folder: string, settings: string): readonly FolderSite[] {
  const content = inFolder(folder, written(settings, /^src\s*=\s*"([^"]+)"/m) ?? "src");
  return [{ dialect: "mdbook", content, roots: content, isOpen: false }];
}

/** What a program of one's own makes of pages, which often lie by language. */
function next(folder: string): readonly FolderSite[] {
  const content = inFolder(folder, ".");
  const ways = ["content", "src/content", "pages", "src/pages", "app", "src/app", "public"];
  const roots = [...content, ...ways.flatMap((way) => inFolder(folder, way))];
  return [{ dialect: "github", content, roots, isOpen: true, isUnknown: true }];
}

/** Labels of Sphinx are those of all pages, and of the code that it documents. */
function sphinx(folder: string, settings: string): readonly FolderSite[] {
  if (!/^(?:extensions|html_theme)\s*=/m.test(settings)) return [];
  const [content, roots] = [inFolder(folder, "."), inFolder(folder, "_static")];
  const site = { isOpen: true, isUnknown: true, hasLabels: true };
  return [{ dialect: "github", content, roots: [...content, ...roots], ...site }];
}

/** The settings of docsify are a program in its page, which may make an address of any other. */
function docsify(folder: string): readonly FolderSite[] {
  return [{ dialect: "docsify", content: [folder], roots: [folder], isOpen: true }];
}

/** What is published together lies in many repositories, and case is nothing to its server. */
function docfx(folder: string): readonly FolderSite[] {
  return [{ dialect: "docfx", content: [folder], roots: [], isOpen: true }];
}
