import type { Words } from "../view.ts";
import { relativeHref } from "../routes.ts";
import { escapeHtml, withBreaks } from "./escape-html.ts";
import { entryOf, type Folder, type Section, type Shelf, type SitePage } from "./sections.ts";

/** The navigation of one page, as HTML. */
export type Navigation = (page: SitePage) => string;

/** A section with no more pages than this is in every page's navigation, folded. */
const smallSection = 60;
/** Of longer lists the navigation shows the part in which the reader is. */
const longestList = 50;

/** Navigation that is the same for neighbours, and where each of them is marked as current. */
interface Draft {
  readonly html: string;
  /** Positions right after `<a`. */
  readonly marks: ReadonlyMap<SitePage, number>;
}

/**
 * Makes the navigation of one shelf. It is built once per folder (and part of a long list) and its
 * size is bounded, so that a site of 20,000 pages costs 20,000 insertions of one attribute.
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
    const mark = draft.marks.get(page);
    return mark === undefined
      ? draft.html
      : `${draft.html.slice(0, mark)} aria-current="page"${draft.html.slice(mark)}`;
  };
}

/** Where a page is: the folders down to it, and the part of the last one's list. */
interface Place {
  readonly section: Section;
  readonly way: readonly Folder[];
  readonly key: string;
}

function placesIn(section: Section): ReadonlyMap<SitePage, Place> {
  const places = new Map<SitePage, Place>();
  const visit = (folder: Folder, above: readonly Folder[]): void => {
    const way = [...above, folder];
    entriesOf(folder).forEach((entry, position) => {
      const part = Math.floor(position / longestList);
      if ("page" in entry) places.set(entry.page, { section, way, key: `${folder.path} ${part}` });
      else visit(entry.folder, way);
    });
  };
  visit(section.root, []);
  return places;
}

type Entry = { readonly page: SitePage } | { readonly folder: Folder };

const entriesOf = ({ index, pages, folders }: Folder): readonly Entry[] => [
  ...[...(index ? [index] : []), ...pages].map((page) => ({ page })),
  ...folders.map((folder) => ({ folder })),
];

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
  const { page, place, words } = standpoint;
  const entries = entriesOf(folder);
  const here = entries.findIndex((entry) =>
    "page" in entry ? entry.page === page : place?.way.includes(entry.folder),
  );
  const start = Math.floor(Math.max(here, 0) / longestList) * longestList;
  const end = start + longestList;
  const [before, after] = [entries[start - 1], entries[end]];
  if (before) writer.more(leadOf(before), words("site.earlier", { n: start }));
  for (const entry of entries.slice(start, end)) {
    if ("page" in entry) writer.link(entry.page, entry.page.label);
    else writeSubfolder(entry.folder, standpoint, writer);
  }
  if (after) writer.more(leadOf(after), words("site.later", { n: entries.length - end }));
}

function writeSubfolder(folder: Folder, standpoint: Standpoint, writer: Writer): void {
  const { place } = standpoint;
  const isOpen = place?.way.includes(folder) ?? false;
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

/** Collects HTML and remembers where each link to a page stands. */
function writerFrom(from: SitePage) {
  let html = "";
  const marks = new Map<SitePage, number>();
  const anchor = (page: SitePage, content: string): void => {
    html += "<a";
    marks.set(page, html.length);
    html += ` href="${escapeHtml(relativeHref(from.path, page))}">${content}</a>`;
  };
  return {
    add: (text: string): void => {
      html += text;
    },
    link: (page: SitePage, title: string, count?: number): void => {
      html += "<li>";
      const size = count === undefined || count < 2 ? "" : ` <small>${count}</small>`;
      anchor(page, withBreaks(escapeHtml(title)) + size);
      html += "</li>\n";
    },
    more: (page: SitePage | undefined, title: string): void => {
      if (!page) return;
      html += `<li class="more"><a href="${escapeHtml(relativeHref(from.path, page))}">${escapeHtml(title)}</a></li>\n`;
    },
    open: (title: string, isOpen: boolean): void => {
      html += `<li><details${isOpen ? " open" : ""}><summary>${withBreaks(escapeHtml(title))}</summary><ul>\n`;
    },
    close: (): void => {
      html += "</ul></details></li>\n";
    },
    draft: (): Draft => ({ html, marks }),
  };
}
