import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Dialect, LinkInText } from "#markdown/links/index.ts";
import type { LinkFolder, Move } from "#model/links/link-folder.ts";
import type { OutsideLink } from "#model/links/outside-link.ts";
import { type FolderPage, isOfOthers, isPage } from "./folder-page.ts";
import { judgeLink } from "./judge-link.ts";
import { reportDefect } from "./reports/report-defect.ts";
import { reportDrafts } from "./reports/report-drafts.ts";
import { reportNavigation } from "./reports/report-navigation.ts";
import { type Leads, reportReach } from "./reports/report-reach.ts";
import { reportRedirects } from "./reports/report-redirects.ts";
import type { FolderSite } from "./sites/find-sites.ts";
import { servedAddresses } from "./sites/served-addresses.ts";
import type { TableFile } from "./sites/table-file.ts";
import { type Tree, treeOf, treesOf } from "./tree.ts";
import type { Defect, Verdict } from "./verdict.ts";

/** A folder that is to be checked, and how its pages are rendered. */
export interface FolderCheck {
  readonly folder: LinkFolder;
  /** Reads a page of the folder; nothing when that cannot be. */
  readonly read: (path: string) => FolderPage | undefined;
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
  /** Whether somebody wants to know the links to the web. */
  readonly listsOutside?: boolean;
}

/** What was found out about the links of a folder. */
export interface CheckedFolder {
  readonly pages: number;
  /** Pages of others that lie in the folder: copies, and what tests are made of. */
  readonly passedOver: number;
  readonly internal: number;
  readonly external: number;
  /** Links to the web, if they were to be listed. */
  readonly outside: readonly OutsideLink[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that are not there, and the pages whose links name them. */
export interface MissingFiles {
  readonly files: readonly string[];
  readonly pages: readonly string[];
}

/** What the history tells of files and pages; empty where there is none. */
export interface FolderHistory {
  /** Where files went that are gone. */
  readonly moves: ReadonlyMap<string, Move>;
  /** Where pages lay before. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
}

/** Judges a folder page by page, in any number of steps. */
export interface FolderJudge {
  readonly pages: readonly string[];
  /** Reads one of them, judges its links, and lets go of it. */
  readonly judge: (path: string) => void;
  /** What links name in vain, when all pages were read. */
  readonly missing: () => MissingFiles;
  /** Says what is left when the history was asked. */
  readonly conclude: (history: FolderHistory) => CheckedFolder;
}

/** A link on its page. */
interface PlacedLink {
  readonly path: string;
  readonly link: LinkInText;
}

interface Judging {
  readonly check: FolderCheck;
  readonly tree: Tree;
  readonly leads: Map<string, Uint32Array>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly diagnostics: Diagnostic[];
  readonly outside: OutsideLink[];
  /** Links to no file of that name. */
  readonly lost: PlacedLink[];
  /** Questions to pages that come later. */
  readonly open: (PlacedLink & Required<Pick<Verdict, "ask" | "to">>)[];
  counts: { internal: number; external: number };
}

/** Opens a folder for its judgement. Nothing is fetched, and nothing outside of it is looked at. */
export function openJudge(check: FolderCheck): FolderJudge {
  const all = check.folder.files.filter(isPage);
  const paths = all.filter((path) => !isOfOthers(path));
  const judging: Judging = {
    check,
    tree: treeOf(check.folder, check),
    leads: new Map(),
    numbers: new Map(paths.map((path, index) => [path, index])),
    diagnostics: [],
    outside: [],
    lost: [],
    open: [],
    counts: { internal: 0, external: 0 },
  };
  const treeAt = treesOf(judging.tree, check);
  const judge = (path: string): void => {
    const page = check.read(path);
    if (page) judgePage(judging, page, treeAt);
  };
  return {
    pages: paths,
    judge,
    missing: () => missingIn(judging),
    conclude: (history) => ({
      ...conclude(judging, history, paths),
      passedOver: all.length - paths.length,
    }),
  };
}

function judgePage(judging: Judging, page: FolderPage, treeAt: (path: string) => Tree): void {
  const { check, numbers, counts } = judging;
  const { path } = page.known;
  judging.tree.pages.set(path, page.known);
  const tree = treeAt(path);
  judging.diagnostics.push(...page.diagnostics);
  const leads = new Set<number>();
  for (const link of page.links) {
    const verdict = judgeLink({ link, from: path, tree }, check.site);
    if (verdict.isExternal) counts.external++;
    else counts.internal++;
    const to = verdict.to === undefined ? undefined : numbers.get(verdict.to);
    if (to !== undefined) leads.add(to);
    settle(judging, { path, link }, verdict);
  }
  judging.leads.set(path, Uint32Array.from(leads));
}

/** Reports what is known already, and keeps the rest. */
function settle(judging: Judging, placed: PlacedLink, verdict: Verdict): void {
  const { to, ask, missing, defects, isExternal } = verdict;
  report(judging, placed, defects);
  if (isExternal && judging.check.listsOutside) judging.outside.push(...onTheWeb(placed));
  if (missing) judging.lost.push(kept(placed));
  if (!ask || to === undefined) return;
  const page = judging.tree.pages.get(to);
  if (!page && judging.numbers.has(to)) judging.open.push({ ...kept(placed), ask, to });
  else report(judging, placed, ask(page));
}

function report(
  { diagnostics }: Pick<Judging, "diagnostics">,
  { path, link }: PlacedLink,
  defects: readonly Defect[],
): void {
  for (const defect of defects) diagnostics.push(reportDefect(path, link, defect));
}

/** A link that is kept longer than its page, whose text it must not hold. */
function kept({ path, link }: PlacedLink): PlacedLink {
  const span = link.span?.();
  const { kind, line, column } = link;
  const url = detached(link.url);
  return { path, link: { kind, line, column, url, ...(span && { span: () => span }) } };
}

/** A piece of a text keeps the whole text in memory; a copy of it does not. */
const detached = (piece: string): string => Buffer.from(piece, "utf16le").toString("utf16le");

/** The tree as it is when all pages were read. */
const settledTree = ({ tree }: Judging, history?: FolderHistory): Tree => ({
  ...tree,
  ...history,
  served: servedAddresses(tree.pages.values()),
});

function missingIn(judging: Judging): MissingFiles {
  if (judging.lost.length === 0) return { files: [], pages: [] };
  const treeAt = treesOf(settledTree(judging), judging.check);
  const [files, pages] = [new Set<string>(), new Set<string>()];
  for (const { path, link } of judging.lost) {
    const { missing = [] } = judgeLink({ link, from: path, tree: treeAt(path) });
    for (const each of missing) files.add(each);
    if (missing.length > 0) pages.add(path);
  }
  return { files: [...files], pages: [...pages] };
}

function conclude(
  judging: Judging,
  history: FolderHistory,
  paths: readonly string[],
): Omit<CheckedFolder, "passedOver"> {
  const { check, counts, outside, open } = judging;
  const tree = settledTree(judging, history);
  const treeAt = treesOf(tree, check);
  const found = { diagnostics: [...judging.diagnostics] };
  for (const { path, link } of judging.lost) {
    const verdict = judgeLink({ link, from: path, tree: treeAt(path) }, check.site);
    lead(judging, path, verdict);
    report(found, { path, link }, [...verdict.defects, ...answers(verdict, tree)]);
  }
  for (const { ask, to, ...placed } of open) {
    report(found, placed, answers({ ask, to }, tree));
  }
  const leads: Leads = { paths, from: judging.leads };
  const diagnostics = [
    ...found.diagnostics,
    ...reportDrafts(check, leads, treeAt),
    ...reportReach(tree, leads),
    ...reportNavigation(check.tables, tree, leads),
    ...reportRedirects(check.tables, tree),
    ...reportNothing(tree, counts.internal + counts.external),
  ];
  return { pages: tree.pages.size, ...counts, outside, diagnostics };
}

const answers = ({ ask, to }: Pick<Verdict, "ask" | "to">, { pages }: Tree): readonly Defect[] =>
  ask && to !== undefined ? ask(pages.get(to)) : [];

/** A page that was found late is led to all the same. */
function lead({ leads, numbers }: Judging, path: string, { to }: Verdict): void {
  const number = to === undefined ? undefined : numbers.get(to);
  if (number !== undefined) leads.set(path, Uint32Array.of(...(leads.get(path) ?? []), number));
}

function onTheWeb({ path, link }: PlacedLink): readonly OutsideLink[] {
  const { line, column } = link;
  const url = link.url.trim();
  return /^https?:\/\//i.test(url) ? [{ file: path, line, column, url }] : [];
}

/** A check without a single link proves nothing. */
const reportNothing = ({ pages }: Tree, links: number): readonly Diagnostic[] =>
  links === 0 ? [diagnose("verify/nothing-checked", { pages: pages.size })] : [];
