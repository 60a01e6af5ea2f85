import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { locateFile } from "../locate-file.ts";
import { isBelow } from "../sites/find-sites.ts";
import type { TableFile } from "../sites/table-file.ts";
import type { Tree } from "../tree.ts";
import { decoded, splitUrl } from "../written-url.ts";

interface Redirect {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** `/old /new 301`, one a line, as hosts of sites read `_redirects`. */
function redirectsIn({ path, text }: TableFile): readonly Redirect[] {
  return text.split("\n").flatMap((line, index) => {
    const [from = "", to = ""] = line.replace(/#.*/, "").trim().split(/\s+/);
    return from.startsWith("/") && to !== "" ? [{ file: path, line: index + 1, from, to }] : [];
  });
}

/** Redirects that go in circles, over each other, or to nothing. */
export function reportRedirects(tables: readonly TableFile[], tree: Tree): readonly Diagnostic[] {
  const redirects = tables.filter(({ path }) => path.endsWith("_redirects")).flatMap(redirectsIn);
  const next = new Map(redirects.map((each) => [each.from, each.to]));
  return redirects.flatMap((redirect) => {
    const problem = problemOf(redirect, next, tree);
    const { file, line, from, to } = redirect;
    const place = {
      location: { file, line },
      target: to,
      severity: severities[problem ?? "chain"],
    };
    return problem ? [diagnose("verify/broken-redirect", { from, to, problem }, place)] : [];
  });
}

const severities = { loop: "error", chain: "info", nothing: "warning" } as const;

function problemOf(
  { file, from, to }: Redirect,
  next: ReadonlyMap<string, string>,
  tree: Tree,
): keyof typeof severities | undefined {
  if (isLoop(from, next)) return "loop";
  if (next.has(to)) return "chain";
  if (!to.startsWith("/") || /[:*]/.test(to)) return undefined;
  return isNothing({ file, to }, tree) ? "nothing" : undefined;
}

function isNothing({ file, to }: Pick<Redirect, "file" | "to">, tree: Tree): boolean {
  const { sites } = tree;
  const site = sites.find(({ roots }) => roots.some((root) => isBelow(file, root))) ?? sites[0];
  // Programs of such a site make pages, too.
  if (site?.isOpen) return false;
  const way = decoded(splitUrl(to).path) ?? "";
  const named = { from: "_redirects", way, written: way, isImage: false };
  const seen = { ...tree, ...(site && { site }), dialect: { ...tree.dialect, isSite: true } };
  const found = locateFile(named, seen);
  return found.to === undefined && found.isExternal !== true;
}

function isLoop(from: string, next: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = next.get(from); at !== undefined && !seen.has(at); at = next.get(at)) {
    if (at === from) return true;
    seen.add(at);
  }
  return false;
}
