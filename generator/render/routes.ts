import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { assetPath } from "#model/pages/asset.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { ItemId } from "#model/item.ts";
import { sitePath } from "./html/site-paths.ts";
import type { PagePlan, View } from "./view.ts";

/** A page that a view will make. */
export interface PlannedPage {
  readonly view: View;
  readonly plan: PagePlan;
}

/** Where an item is shown: a page within language and project, and the anchor on it. */
export interface Route {
  readonly path: string;
  readonly anchor?: string;
}

/** An item's own page wins over a mention on another; two plans for one path are a bug of a view. */
export function buildRoutes(planned: readonly PlannedPage[]): ReadonlyMap<ItemId, Route> {
  const shown = planned.flatMap(({ plan }) =>
    (plan.shows ?? []).map(({ item, anchor }) => [item, { path: plan.path, anchor }] as const),
  );
  const subjects = planned.flatMap(({ plan }) =>
    plan.subject === undefined ? [] : [[plan.subject, { path: plan.path }] as const],
  );
  return new Map<ItemId, Route>([...shown.reverse(), ...subjects.reverse()]);
}

/** The planned pages whose files differ by more than case, in Markdown and in the site. */
export function dropClashes(planned: readonly PlannedPage[]): Outcome<readonly PlannedPage[]> {
  const taken = new Map<string, PlannedPage>();
  const diagnostics: Diagnostic[] = [];
  for (const page of planned) {
    const key = sitePath(page.plan.path).toLowerCase().normalize("NFC");
    const first = taken.get(key);
    if (first === undefined) taken.set(key, page);
    else diagnostics.push(describeClash(page.plan, first.plan));
  }
  return outcome([...taken.values()], diagnostics);
}

function describeClash(plan: PagePlan, first: PagePlan): Diagnostic {
  const [location] = plan.origins;
  const related = first.origins.slice(0, 1).map((place) => ({ ...place, message: first.path }));
  return diagnose(
    "render/path-clash",
    { path: plan.path },
    { ...(location && { location }), related },
  );
}

/** The way from one page to another, both within the same folder; a page to itself is empty. */
export function relativeHref(from: string, to: Route): string {
  const { path, anchor } = to;
  const shared = sharedFolder(from, path);
  const up = from.slice(shared).split("/").length - 1;
  const way = from === path ? "" : "../".repeat(up) + encodePath(path.slice(shared));
  return anchor === undefined
    ? way || encodePath(path.slice(path.lastIndexOf("/") + 1))
    : `${way}#${encodeFragment(anchor)}`;
}

/** The length of what two paths have in common, up to a `/`. */
function sharedFolder(one: string, other: string): number {
  let end = 0;
  for (let at = 0; at < one.length && one[at] === other[at]; at++) {
    if (one[at] === "/") end = at + 1;
  }
  return end;
}

const known = new WeakMap<Route, Map<string, string>>();

/** The same for an item's one route, which many pages of a folder lead to: written once for all. */
export function itemHref(from: string, to: Route): string {
  if (from === to.path) return relativeHref(from, to);
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const hrefs = known.get(to) ?? new Map<string, string>();
  known.set(to, hrefs);
  const href = hrefs.get(folder) ?? relativeHref(from, to);
  hrefs.set(folder, href);
  return href;
}

// Letters with accents stay readable; only what has a meaning in a URL or in Markdown is encoded.
const encodePath = (path: string): string =>
  path.replace(/[%?#\s<>"'`\\[\](){}|^]/g, (character) => percentEncode(character));
const encodeFragment = (anchor: string): string =>
  anchor.replace(/[%\s<>"`\\[\](){}|^]/g, (character) => percentEncode(character));

const percentEncode = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");

/** Files that pages show or offer lie once in `assets/`, above every language and project. */
export function assetRoutes(graph: Graph, folder: string): ReadonlyMap<ItemId, Route> {
  const up = "../".repeat(folder.split("/").length - 1);
  return new Map(
    itemsOf(graph, "asset").map((asset) => [asset.id, { path: `${up}${assetPath(asset)}` }]),
  );
}
