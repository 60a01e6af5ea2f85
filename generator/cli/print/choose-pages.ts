import { itemId } from "#model/item.ts";
import type { EvaluatedProject, SitePageFile } from "#render/index.ts";

/** What is printed: the pages in their order, and the gate that they are about. */
export interface Chosen {
  readonly pages: readonly SitePageFile[];
  readonly gate?: { readonly project: EvaluatedProject; readonly name: string };
}

/** Where to choose from. */
export interface Shelf {
  readonly projects: readonly EvaluatedProject[];
  /** Every page of the site, in reading order. */
  readonly pages: readonly SitePageFile[];
  /** Of the language that was asked for: empty or ending in `/`. */
  readonly folder: string;
}

/** A gate by its name, a page or a folder of pages by its path; nothing when it is none of them. */
export function choosePages(written: string, shelf: Shelf): Chosen | undefined {
  const gate = chooseGate(written, shelf);
  if (gate !== undefined) return gate;
  const path = written.replace(/(?:\.html|\.md|\/)$/, "");
  const [page, below] = [`${shelf.folder}${path}.html`, `${shelf.folder}${path}/`];
  const pages = shelf.pages.filter((each) => each.path === page || each.path.startsWith(below));
  return pages.length > 0 ? { pages } : undefined;
}

/** The decision, and after it the reports that it names: what a signer has to have read. */
function chooseGate(written: string, { projects, pages, folder }: Shelf): Chosen | undefined {
  const name = written.slice(written.indexOf(":") + 1);
  const wanted = written.includes(":") ? written.slice(0, written.indexOf(":")) : undefined;
  for (const project of projects) {
    const own = project.project.name;
    if (wanted !== undefined && wanted !== own) continue;
    if (!project.graph.items.has(itemId("gate", name))) continue;
    const root = `${folder}${own === "" ? "" : `${own}/`}reports/`;
    const first = pages.find(({ path }) => path === `${root}gates/${name}.html`);
    if (first === undefined) continue;
    const named = linkedFrom(first);
    const others = pages.filter(
      ({ path }) => path !== first.path && path.startsWith(root) && named.has(path),
    );
    return { pages: [first, ...others], gate: { project, name } };
  }
  return undefined;
}

function linkedFrom({ path, html }: SitePageFile): ReadonlySet<string> {
  const body = html.slice(html.indexOf("<article>"), html.lastIndexOf("</article>"));
  const links = body.matchAll(/ href="([^"#]+\.html)/g);
  return new Set(
    Array.from(links, ([, href = ""]) => {
      const { pathname } = new URL(href, `file:///${path}`);
      return decodeURIComponent(pathname.slice(1));
    }),
  );
}
