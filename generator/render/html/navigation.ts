import type { Words } from "../view.ts";
import { relativeHref } from "../routes.ts";
import { escapeHtml, withBreaks } from "./escape-html.ts";
import { entryOf, type Folder, type Section, type Shelf, type SitePage } from "./sections.ts";

/** The navigation of one page, as HTML in pieces that its neighbours share. */
export type Navigation = (page: SitePage) => readonly string[];

/** A section with no more pages than this is in every page's navigation, folded. */
const smallSection = 60;
/** Of longer lists the navigation shows the part in which the reader is. */
const longestList = 50;

/**
 * Navigation that is the same for neighbours, and the line in which each of them is marked. A piece
 * is some lines: with one a piece, a page has as many pieces as its navigation has lines, and with all
 * in one no page shares it.
 */
interface Draft {
  readonly lines: readonly string[];
  readonly pieces: readonly string[];
  readonly places: ReadonlyMap<SitePage, number>;
}

const linesInPiece = 8;

/** What a line that is a link to a page begins with, and what it begins with on that page. */
const link = "<li><a";
const currentLink = '<li><a aria-current="page"';

/**
 * Makes the navigation of one shelf. It is built once per folder (and part of a long list) and its
 * size is bounded, so that a site of 20,000 pages costs 20,000 lists in which one piece is another.
 */
export function shelfNavigation(shelf: Shelf, words: Words): Navigation {
  const places = new Map(shelf.sections.flatMap((section) => [...placesIn(section)]));
  const drafts = new Map<string, Draft>();
  return (page) => {
    const place = places.get(page);
    const from = page.path.slice(0, page.path.lastIndexOf("/") + 1);
    const key = `${from}\n${place?.section.target ?? ""}\n${place?.key ?? ""}`;
    const draft = drafts.get(key) ?? draftNavigation(shelf, { page, place, words });
    drafts.set(key, draft);
    return markCurrent(draft, draft.places.get(page));
  };
}

function markCurrent({ lines, pieces }: Draft, at = -1): readonly string[] {
  const own = lines[at];
  if (own === undefined) return pieces;
  const piece = Math.floor(at / linesInPiece);
  const start = piece * linesInPiece;
  const marked = currentLink + own.slice(link.length);
  const around = lines.slice(start, start + linesInPiece).with(at - start, marked);
  return pieces.with(piece, around.join(""));
}

/** Where a page is: the folders down to it, and the part of the last one's list. */
interface Place {
  readonly section: Section;
  readonly way: readonly Step[];
  readonly key: string;
}

/** One of the folders that a page is in, and where in its list the way goes on. */
interface Step {
  readonly folder: Folder;
  readonly position: number;
}

function placesIn(section: Section): ReadonlyMap<SitePage, Place> {
  const places = new Map<SitePage, Place>();
  const visit = (folder: Folder, above: readonly Step[]): void => {
    entriesOf(folder).forEach((entry, position) => {
      const way = [...above, { folder, position }];
      const part = Math.floor(position / longestList);
      if ("page" in entry) places.set(entry.page, { section, way, key: `${folder.path} ${part}` });
      else visit(entry.folder, way);
    });
  };
  visit(section.root, []);
  return places;
}

type Entry = { readonly page: SitePage } | { readonly folder: Folder };

const listed = new WeakMap<Folder, readonly Entry[]>();

/** Listed once: every part of a long list asks for the whole of it. */
function entriesOf(folder: Folder): readonly Entry[] {
  const { index, pages, folders } = folder;
  const entries = listed.get(folder) ?? [
    ...[...(index ? [index] : []), ...pages].map((page) => ({ page })),
    ...folders.map((each) => ({ folder: each })),
  ];
  listed.set(folder, entries);
  return entries;
}

interface Standpoint {
  readonly page: SitePage;
  readonly place: Place | undefined;
  readonly words: Words;
}

function draftNavigation(shelf: Shelf, standpoint: Standpoint): Draft {
  const { page, place, words } = standpoint;
  const writer = writerFrom(page);
  writer.add("<ul>");
  if (shelf.home) writer.link(shelf.home, words("site.home"));
  for (const section of shelf.sections) {
    const isOpen = section === place?.section;
    const title = words(`common.target-${section.target}`);
    const entry = entryOf(section.root);
    if (entry && (!isOpen || section.root.size === 1)) {
      writer.link(entry, title, section.root.size);
    } else {
      writer.open(title, true);
      writeFolder(section.root, standpoint, writer);
      writer.close();
    }
  }
  writer.add("</ul>");
  return writer.draft();
}

function writeFolder(folder: Folder, standpoint: Standpoint, writer: Writer): void {
  const { words } = standpoint;
  const entries = entriesOf(folder);
  const here = stepIn(folder, standpoint)?.position ?? 0;
  const start = Math.floor(here / longestList) * longestList;
  const end = start + longestList;
  const [before, after] = [entries[start - 1], entries[end]];
  if (before) writer.more(leadOf(before), words("site.earlier", { n: start }));
  for (const entry of entries.slice(start, end)) {
    if ("page" in entry) writer.link(entry.page, entry.page.label);
    else writeSubfolder(entry.folder, standpoint, writer);
  }
  if (after) writer.more(leadOf(after), words("site.later", { n: entries.length - end }));
}

const stepIn = (folder: Folder, { place }: Standpoint): Step | undefined =>
  place?.way.find((step) => step.folder === folder);

function writeSubfolder(folder: Folder, standpoint: Standpoint, writer: Writer): void {
  const { place } = standpoint;
  const isOpen = stepIn(folder, standpoint) !== undefined;
  const entry = entryOf(folder);
  if (entry && !isOpen && (place?.section.root.size ?? 0) > smallSection) {
    writer.link(entry, folder.label, folder.size);
    return;
  }
  writer.open(folder.label, isOpen);
  writeFolder(folder, standpoint, writer);
  writer.close();
}

const leadOf = (entry: Entry): SitePage | undefined =>
  "page" in entry ? entry.page : entryOf(entry.folder);

type Writer = ReturnType<typeof writerFrom>;

/** Collects HTML, line by line, and remembers where the link to each page is. */
function writerFrom(from: SitePage) {
  const lines: string[] = [];
  const places = new Map<SitePage, number>();
  const href = (page: SitePage): string => `href="${escapeHtml(relativeHref(from.path, page))}"`;
  return {
    add: (text: string): void => {
      lines.push(text);
    },
    link: (page: SitePage, title: string, count?: number): void => {
      const size = count === undefined || count < 2 ? "" : ` <small>${count}</small>`;
      places.set(page, lines.length);
      lines.push(`${link} ${href(page)}>${withBreaks(escapeHtml(title))}${size}</a></li>\n`);
    },
    more: (page: SitePage | undefined, title: string): void => {
      if (page) lines.push(`<li class="more"><a ${href(page)}>${escapeHtml(title)}</a></li>\n`);
    },
    open: (title: string, isOpen: boolean): void => {
      const mark = isOpen ? " open" : "";
      lines.push(`<li><details${mark}><summary>${withBreaks(escapeHtml(title))}</summary><ul>\n`);
    },
    close: (): void => {
      lines.push("</ul></details></li>\n");
    },
    draft: (): Draft => ({ lines, pieces: inPieces(lines), places }),
  };
}

const inPieces = (lines: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(lines.length / linesInPiece) }, (_, piece) =>
    lines.slice(piece * linesInPiece, (piece + 1) * linesInPiece).join(""),
  );
