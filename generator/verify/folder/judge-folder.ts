import { diagnose, type Diagnostic, type Fix } from "#diagnostics/index.ts";
import type { Dialect, LinkInText } from "#markdown/links/index.ts";
import type { LinkFolder, Move } from "#model/links/link-folder.ts";
import type { FolderSite } from "./sites/find-sites.ts";
import type { OutsideLink } from "#model/links/outside-link.ts";
import type { FolderPage } from "./folder-page.ts";
import { judgeLink } from "./judge-link.ts";
import { reportNavigation } from "./reports/report-navigation.ts";
import type { TableFile } from "./sites/table-file.ts";
import { reportReach } from "./reports/report-reach.ts";
import { reportRedirects } from "./reports/report-redirects.ts";
import { type Tree, treeOf, treesOf } from "./tree.ts";
import type { Defect } from "./verdict.ts";

/** A folder that was read, and how its pages are rendered. */
export interface FolderCheck {
  readonly folder: LinkFolder;
  readonly pages: readonly FolderPage[];
  readonly tables: readonly TableFile[];
  readonly dialect: Dialect;
  /** The sites that pages belong to, the deepest first. */
  readonly sites?: readonly FolderSite[];
  /** Whether the dialect is that of all sites, too. */
  readonly isDialectGiven?: boolean;
  /** Where on its site the folder lies: `/docs/`. */
  readonly base?: string;
  /** The address of the site. */
  readonly site?: string;
  /** Where files went that are gone; see `missing` of what was checked. */
  readonly moves?: ReadonlyMap<string, Move>;
}

/** What was found out about the links of a folder. */
export interface CheckedFolder {
  readonly pages: number;
  readonly internal: number;
  readonly external: number;
  /** Links to the web. */
  readonly outside: readonly OutsideLink[];
  /** Files that links name and that are not there. */
  readonly missing: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Judges every link of every page. Nothing is fetched, and nothing outside the folder is looked at. */
export function judgeFolder(check: FolderCheck): CheckedFolder {
  const { folder, pages, tables, site } = check;
  const tree = treeOf(folder, pages, check);
  const treeAt = treesOf(tree, check);
  const missing = new Set<string>();
  const leads = new Map<string, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  const outside: { page: FolderPage; link: LinkInText }[] = [];
  let internal = 0;
  for (const page of pages) {
    const places = new Set<string>();
    leads.set(page.path, places);
    diagnostics.push(...page.diagnostics);
    const context = { tree: treeAt(page.path), ...(site !== undefined && { site }) };
    for (const link of page.links) {
      const verdict = judgeLink(link, page, context);
      if (verdict.isExternal) outside.push({ page, link });
      else internal++;
      if (verdict.to !== undefined) places.add(verdict.to);
      for (const path of verdict.missing ?? []) missing.add(path);
      for (const defect of verdict.defects) diagnostics.push(report(page, link, defect));
    }
  }
  diagnostics.push(
    ...reportReach(tree, leads),
    ...reportNavigation(tables, tree, leads),
    ...reportRedirects(tables, tree),
    ...reportNothing(tree, internal + outside.length),
  );
  const counts = { pages: pages.length, internal, external: outside.length };
  return { ...counts, outside: outside.flatMap(onTheWeb), missing: [...missing], diagnostics };
}

function onTheWeb({ page: { path }, link }: { page: FolderPage; link: LinkInText }) {
  const { url, line, column } = link;
  return /^https?:\/\//i.test(url) ? [{ file: path, line, column, url: url.trim() }] : [];
}

/** A check without a single link proves nothing. */
const reportNothing = ({ pages }: Tree, links: number): readonly Diagnostic[] =>
  links === 0 ? [diagnose("verify/nothing-checked", { pages: pages.size })] : [];

function report(page: FolderPage, link: LinkInText, defect: Defect): Diagnostic {
  const { code, severity, suggestions } = defect;
  const { line, column, url } = link;
  const fix = fixOf(link, defect);
  return diagnose(
    code,
    { url },
    {
      location: { file: page.path, line, column },
      target: url,
      ...(severity && { severity }),
      ...(suggestions && suggestions.length > 0 && { suggestions }),
      ...(fix && { fix }),
    },
  );
}

/** What is certain is a fix only where it is certain, too, where the address stands. */
const fixOf = ({ span }: LinkInText, { certain }: Defect): Fix | undefined =>
  span && certain !== undefined ? { ...span, text: certain } : undefined;
