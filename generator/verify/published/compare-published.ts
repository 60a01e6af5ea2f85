import { diagnose, type Diagnostic, outcome, type Outcome, suggest } from "#diagnostics/index.ts";
import type { Move } from "#model/links/link-folder.ts";
import type { DeclaredRedirect, Redirect } from "#model/links/redirect.ts";
import { sitePath } from "../check-links.ts";
import type { Inventory, ListedPage } from "../inventory.ts";
import type { PublishedInventory } from "./parse-inventory.ts";

/** What is known about a published site and the one that would follow it. */
export interface PublishedComparison {
  readonly published: PublishedInventory;
  readonly inventory: Inventory;
  /** Where the sources of lost pages went. */
  readonly moves: ReadonlyMap<string, Move>;
  readonly declared: readonly DeclaredRedirect[];
}

type PublishedPage = PublishedInventory["pages"][number];

/** `pages/a.md` → `pages/a.html` */
const addressOf = ({ path }: Pick<ListedPage, "path">): string => sitePath(path);

const identityOf = ({ subject, language = "" }: PublishedPage): string | undefined =>
  subject === undefined ? undefined : `${language} ${subject}`;

/** The sources of pages that are gone and that no item tells the new place of. */
export function lostSources(
  published: PublishedInventory,
  { pages }: Inventory,
): readonly string[] {
  const addresses = new Set(pages.map(addressOf));
  const known = new Set(pages.map(identityOf));
  const lost = published.pages.filter((page) => {
    const identity = identityOf(page);
    return !addresses.has(addressOf(page)) && (identity === undefined || !known.has(identity));
  });
  return [...new Set(lost.flatMap(({ source }) => source ?? []))];
}

/** The redirects that keep published addresses alive, and what of the published site is lost. */
export function comparePublished(comparison: PublishedComparison): Outcome<readonly Redirect[]> {
  const { published, inventory, declared } = comparison;
  const pages = new Map(inventory.pages.map((page) => [addressOf(page), page]));
  const next = new Map<string, string>([
    ...published.redirects.map(({ from, to }) => [from, to] as const),
    ...successors(comparison, pages),
    ...declared.map(({ from, to }) => [from, to] as const),
  ]);
  const wrong = declared.flatMap((each) => reportDeclared(each, next, pages));
  const redirects = [...next.keys()].flatMap((from): readonly Redirect[] => {
    const to = pages.has(from) ? undefined : follow(from, next, pages);
    return to === undefined || to === from ? [] : [{ from, to }];
  });
  const led = new Map(redirects.map(({ from, to }) => [from, to]));
  const lost = [
    ...reportRemovedPages(published, { pages, led, declared }),
    ...published.pages.flatMap((page) => reportRemovedAnchors(page, pages, led)),
  ];
  return outcome(redirects, [...wrong, ...lost]);
}

type Pages = ReadonlyMap<string, ListedPage>;
type Next = ReadonlyMap<string, string>;

/** A page is known again by the item that it is about, or by where its source went. */
function successors(
  { published, inventory, moves }: PublishedComparison,
  pages: Pages,
): readonly (readonly [string, string])[] {
  const byIdentity = Map.groupBy(inventory.pages, identityOf);
  const bySource = Map.groupBy(inventory.pages, sourceOf);
  const candidates = (page: PublishedPage): readonly ListedPage[] => {
    const identity = identityOf(page);
    const same = identity === undefined ? undefined : byIdentity.get(identity);
    const source = moves.get(page.source ?? "")?.to;
    return (
      same ?? (source === undefined ? [] : (bySource.get(sourceOf({ ...page, source })) ?? []))
    );
  };
  return published.pages
    .filter((page) => !pages.has(addressOf(page)))
    .flatMap((page): readonly (readonly [string, string])[] => {
      const [to, ...others] = candidates(page);
      return to && others.length === 0 ? [[addressOf(page), addressOf(to)]] : [];
    });
}

/** A file is the source of its own page, and of overviews that are about no item of that kind. */
const sourceOf = ({ source = "", language = "", subject = "" }: PublishedPage): string =>
  [language, subject.replace(/:.*$/s, ""), source].join(" ");

const isElsewhere = (to: string): boolean => /^https?:\/\//i.test(to);

/** Over all redirects to what is there; nothing for a circle and for what leads to nothing. */
function follow(from: string, next: Next, pages: Pages): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = from;
  while (at !== undefined && !pages.has(at) && !isElsewhere(at)) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = next.get(at);
  }
  return at;
}

function reportDeclared(
  { from, to, location }: DeclaredRedirect,
  next: Next,
  pages: Pages,
): readonly Diagnostic[] {
  if (follow(to, next, pages) !== undefined) return [];
  const problem = isCircle(from, next) ? "loop" : "nothing";
  const suggestions = suggest(to, pages.keys());
  const extras = { location, target: to, ...(suggestions.length > 0 && { suggestions }) };
  return [diagnose("verify/broken-redirect", { from, to, problem }, extras)];
}

function isCircle(from: string, next: Next): boolean {
  const seen = new Set<string>();
  let at: string | undefined = from;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    at = next.get(at);
  }
  return at !== undefined;
}

function reportRemovedPages(
  published: PublishedInventory,
  { pages, led, declared }: { pages: Pages; led: Next; declared: readonly DeclaredRedirect[] },
): readonly Diagnostic[] {
  const written = new Set(declared.map(({ from }) => from));
  const sources = new Map(published.pages.map((page) => [addressOf(page), page.source]));
  const addresses = new Set([...sources.keys(), ...published.redirects.map(({ from }) => from)]);
  return [...addresses]
    .filter((path) => !pages.has(path) && !led.has(path) && !written.has(path))
    .map((path) => {
      const source = sources.get(path);
      const suggestions = suggest(path, pages.keys());
      return diagnose(
        "verify/removed-page",
        { path },
        {
          target: path,
          ...(source !== undefined && { location: { file: source } }),
          ...(suggestions.length > 0 && { suggestions }),
        },
      );
    });
}

function reportRemovedAnchors(page: PublishedPage, pages: Pages, led: Next): readonly Diagnostic[] {
  const from = addressOf(page);
  const address = pages.has(from) ? from : (led.get(from) ?? "");
  const now = pages.get(address);
  if (!now) return [];
  const offered = new Set(now.anchors);
  return page.anchors
    .filter((anchor) => !offered.has(anchor))
    .map((anchor) => {
      const suggestions = suggest(anchor, now.anchors);
      return diagnose(
        "verify/removed-anchor",
        { anchor, path: address },
        {
          target: `${address}#${anchor}`,
          ...(now.source !== undefined && { location: { file: now.source } }),
          ...(suggestions.length > 0 && { suggestions }),
        },
      );
    });
}
