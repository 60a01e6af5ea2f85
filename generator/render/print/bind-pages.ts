import Handlebars from "handlebars";
import { escapeHtml, withoutTags } from "../html/escape-html.ts";

/** A page of the site, by its path in it. */
export interface SitePageFile {
  readonly path: string;
  readonly html: string;
}

/** What a document of several pages says besides them. */
export interface Binding {
  readonly title: string;
  readonly siteTitle: string;
  readonly language: string;
  /** What its cover tells: the verdict, the day that counts, the address, the digest. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Who has a line to sign on; nobody where nothing is to be signed. */
  readonly signers: readonly string[];
  /** The words `print.…` without their area. */
  readonly words: Readonly<Record<string, string>>;
  readonly style: string;
  /** Where the site is, without a trailing `/`. */
  readonly address?: string;
  /** On which page of paper each part begins, by its anchor, once somebody knows. */
  readonly numbers: ReadonlyMap<string, number>;
  /** An image of the site as an address of its own (`data:…`); nothing for what is not there. */
  readonly image: (path: string) => string | undefined;
}

/** One HTML document that holds the pages in their order, with a cover, contents and their links. */
export function bindPages(
  pages: readonly SitePageFile[],
  binding: Binding,
  template: string,
): string {
  const names = new Map(pages.map(({ path }, index) => [path, `p${String(index + 1)}`]));
  const parts = pages.map(({ path, html }) => {
    const body = bodyOf(html);
    return {
      id: names.get(path) ?? "",
      page: binding.numbers.get(names.get(path) ?? "") ?? "",
      title: titleOf(body),
      body: new Handlebars.SafeString(rebind(body, path, { names, binding })),
    };
  });
  const shell = Handlebars.compile(template, { strict: true, knownHelpersOnly: true });
  return shell({
    ...binding,
    style: new Handlebars.SafeString(`${binding.style}\n${footOf(binding)}`),
    parts,
    hasContents: parts.length > 1,
  });
}

const opening = "<article>";

function bodyOf(html: string): string {
  const start = html.indexOf(opening);
  return start < 0 ? "" : html.slice(start + opening.length, html.lastIndexOf("</article>"));
}

const titleOf = (body: string): string => {
  const found = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? "";
  return new Handlebars.SafeString(withoutTags(found)) as unknown as string;
};

interface Book {
  readonly names: ReadonlyMap<string, string>;
  readonly binding: Binding;
}

/** Anchors get the name of their page, links lead inside the document or to the site itself. */
function rebind(body: string, path: string, book: Book): string {
  const own = book.names.get(path) ?? "";
  return body.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag
      .replace(/ id="([^"]*)"/, (_, id: string) => ` id="${own}-${id}"`)
      .replace(/ href="([^"]*)"/, (_, href: string) => hrefOf(href, path, book))
      .replace(/ src="([^"]*)"/, (whole: string, src: string) => {
        const image = book.binding.image(resolve(path, src));
        return image === undefined ? whole : ` src="${image}"`;
      })
      // What is folded away on a screen is there on paper.
      .replace(/^<details(?! open)/, "<details open"),
  );
}

/** Away from the document only where there is an address; otherwise the words stay, and lead nowhere. */
function hrefOf(href: string, path: string, { names, binding }: Book): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return ` href="${href}"`;
  const [way = "", fragment = ""] = href.split("#", 2);
  const target = way === "" ? path : resolve(path, way);
  const name = names.get(target);
  if (name !== undefined) return ` href="#${fragment === "" ? name : `${name}-${fragment}`}"`;
  const { address } = binding;
  if (address === undefined) return "";
  const place = fragment === "" ? "" : `#${fragment}`;
  return ` href="${escapeHtml(`${address}/${target.split("/").map(encodeURIComponent).join("/")}`)}${place}"`;
}

/** The path of the site that a relative way leads to. */
function resolve(from: string, way: string): string {
  const { pathname } = new URL(way.replaceAll("&amp;", "&"), `file:///${encodePath(from)}`);
  return decodeURIComponent(pathname.slice(1));
}

const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");

/** What stands at the foot of each page of paper. */
const footOf = ({ title, siteTitle }: Binding): string =>
  `@page { @bottom-left { content: ${cssText(title === siteTitle ? title : `${siteTitle}: ${title}`)} } }`;

/** A string of CSS that cannot end before its end, nor end the style sheet. */
const cssText = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .,:;/()-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;
