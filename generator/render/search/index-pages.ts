import type { HtmlHeading } from "#markdown/index.ts";
import type { Language, ShownItem } from "#model/pages/page.ts";
import { scanWords } from "./scan-words.ts";
import { vocabulary } from "./vocabulary.ts";

/** Something that is found: a page, an item on it, or a section of it. */
export interface Entry {
  readonly title: string;
  /** From the root of the site; of what is on a page its fragment alone. */
  readonly href: string;
  readonly kind: string;
  /** The number of the page's entry; its own for a page. */
  readonly page: number;
  /** Where a page is: its project and section. */
  readonly trail?: string;
  readonly item?: ShownItem;
}

/** Which entries a term stands in, by their numbers: in their titles, and below them. */
export interface Postings {
  readonly term: string;
  readonly titles: readonly number[];
  readonly texts: readonly number[];
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Sorted by term. */
  readonly postings: readonly Postings[];
}

/** A page of the site as far as a search is concerned: plain data, which may go to another thread. */
export interface SearchedPage {
  readonly language: Language;
  /** In the site: `schema/tables/catalogo.html`. */
  readonly path: string;
  readonly title: string;
  /** Where it is: its project and area. */
  readonly trail: string;
  readonly shown: readonly ShownItem[];
  /** Of its Markdown alone, without navigation. */
  readonly html: string;
  readonly headings: readonly HtmlHeading[];
}

/** Takes in the pages of one language, one after the other. */
export interface SearchCollector {
  readonly add: (page: SearchedPage) => void;
  readonly finish: () => SearchIndex;
}

/** Terms that stand nearly everywhere find nothing, and would be the greatest part of an index. */
const commonShare = 0.5;
const fewEntries = 200;

/** Makes the index of a site out of what was parsed for its pages. */
export function searchCollector(): SearchCollector {
  const words = vocabulary();
  const entries: Entry[] = [];
  const titles: number[][] = [];
  const texts: number[][] = [];
  const note = (lists: number[][], raw: string, entry: number): void => {
    for (const id of words.idsOf(raw)) {
      const list = (lists[id] ??= []);
      if (list[list.length - 1] !== entry) list.push(entry);
    }
  };
  const enter = (entry: Entry): number => {
    const number = entries.push(entry) - 1;
    const text = `${entry.title} ${entry.item?.name ?? ""}`.replaceAll("<", " ");
    scanWords(text, { ...silent, word: (raw) => note(titles, raw, number) });
    return number;
  };
  return {
    add: (page) => {
      const places = enterPage(page, entries.length, enter);
      let section = places.page;
      let current = section;
      scanWords(page.html, {
        word: (raw) => note(texts, raw, current),
        heading: (id) => (current = section = places.anchors.get(id) ?? section),
        anchor: (id) => (current = places.anchors.get(id) ?? current),
        row: () => (current = section),
      });
    },
    finish: () => ({
      entries,
      postings: sortPostings(words.terms, { titles, texts }, entries.length),
    }),
  };
}

const silent = { heading: () => undefined, anchor: () => undefined, row: () => undefined };

/** Enters a page, which gets this number, and what is on it; gives the entries of its anchors. */
function enterPage(
  { path, title, trail, shown, headings }: SearchedPage,
  number: number,
  enter: (entry: Entry) => number,
) {
  const subject = shown.find(({ anchor }) => anchor === undefined);
  const kind = subject?.kind ?? "page";
  enter({ title, href: path, kind, page: number, trail, ...(subject && { item: subject }) });
  const anchors = new Map<string, number>();
  const place = (anchor: string, entry: Omit<Entry, "href" | "page">): void => {
    if (anchor === "" || anchors.has(anchor)) return;
    anchors.set(anchor, enter({ ...entry, href: `#${anchor}`, page: number }));
  };
  for (const item of shown) place(item.anchor ?? "", { title: item.title, kind: item.kind, item });
  const named = new Set(shown.map((item) => item.title));
  const sections = headings.filter(
    ({ depth, text }) => sectionDepths.has(depth) && !named.has(text),
  );
  for (const { id, text } of sections) place(id, { title: text, kind: "section" });
  return { page: number, anchors };
}

const sectionDepths: ReadonlySet<number> = new Set([2, 3]);

function sortPostings(
  terms: readonly string[],
  { titles, texts }: { readonly titles: readonly number[][]; readonly texts: readonly number[][] },
  total: number,
): readonly Postings[] {
  const most = total < fewEntries ? total : total * commonShare;
  return terms
    .map((term, id) => {
      const found = inOrder(texts[id]);
      return { term, titles: inOrder(titles[id]), texts: found.length > most ? [] : found };
    })
    .filter((each) => each.titles.length > 0 || each.texts.length > 0)
    .sort((one, other) => (one.term < other.term ? -1 : 1));
}

/** A row of a table leads back to its section, which comes again then. */
const inOrder = (numbers: readonly number[] = []): readonly number[] =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
    ? numbers
    : [...new Set(numbers)].sort((one, other) => one - other);
