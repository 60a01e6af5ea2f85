import type { FileChange, Location } from "#model/location.ts";
import type { Language, Page } from "#model/pages/page.ts";
import { formatOf } from "../format.ts";
import type { Words } from "../view.ts";
import { escapeHtml } from "./escape-html.ts";
import type { SiteInput } from "./site.ts";
import { addressOf } from "./site-paths.ts";

/** A line that a page comes from: where it is seen and edited, and which commit changed it last. */
export interface ShellSource {
  readonly title: string;
  /** A file and a line, not words. */
  readonly isPlace: boolean;
  /** Empty when nobody knows where it can be edited. */
  readonly href: string;
  /** `0ea2845a, 20 nov 2026`; empty when nobody knows, or when it was just said of the same file. */
  readonly change: string;
}

const shownSources = 6;

/** The first of the lines that a page comes from. */
export function shownSourcesOf(
  { origins, language }: Page,
  input: SiteInput,
  words: Words,
): readonly ShellSource[] {
  return origins.slice(0, shownSources).map((origin, index) => {
    if (origin.file === wholeProject) return historyOf(input, words);
    const source = sourceOf(origin, language, input);
    const isRepeated = origins.findIndex(({ file }) => file === origin.file) < index;
    return isRepeated ? { ...source, change: "" } : source;
  });
}

/** The origin of what only commits tell. */
const wholeProject = ".";

const historyOf = ({ repositoryUrl = "" }: SiteInput, words: Words): ShellSource => ({
  title: words("site.history"),
  isPlace: false,
  href: repositoryUrl,
  change: "",
});

/** Where a place is seen and edited, and which commit changed its file last. */
export function sourceOf(origin: Location, language: Language, input: SiteInput): ShellSource {
  const { date } = formatOf(language, (key) => key);
  const change = input.changes?.get(origin.file);
  return { ...linkOf(origin, input.repositoryUrl), change: change ? inWords(change, date) : "" };
}

/** How many more lines there are than those shown. */
export const hiddenSources = ({ origins }: Page): number =>
  Math.max(0, origins.length - shownSources);

const inWords = ({ commit, date }: FileChange, format: (iso: string) => string): string =>
  `${commit.slice(0, 8)}, ${format(date.slice(0, 10))}`;

function linkOf({ file, line }: Location, repository: string | undefined) {
  const place = line === undefined ? "" : `#L${line}`;
  return {
    title: line === undefined ? file : `${file}:${line}`,
    isPlace: true,
    href: repository === undefined ? "" : addressOf(repository, file) + place,
  };
}

/** `stage-4.gate.yaml:14`, as the tables of a page name the line behind a row. */
const placeInCode = /<code>([^<:\s]+\.[^<:\s]+):(\d+)<\/code>/g;

/**
 * Makes the function that turns the places named in a page's HTML into links to those lines: a full
 * path, or the name of a file that is the only one called so. Nothing is a place but files that pages
 * come from.
 */
export function placeLinks(
  pages: readonly Page[],
  { repositoryUrl }: SiteInput,
): (html: string) => string {
  if (repositoryUrl === undefined) return (html) => html;
  const files = new Set(
    pages.flatMap(({ origins }) => origins.map(({ file }) => escapeHtml(file))),
  );
  const named = Map.groupBy(files, (file) => file.slice(file.lastIndexOf("/") + 1));
  const addresses = new Map(
    [...files].map((file) => [file, escapeHtml(addressOf(repositoryUrl, file))]),
  );
  return (html) =>
    html.replace(placeInCode, (whole: string, name: string, line: string) => {
      const [only, ...others] = files.has(name) ? [name] : (named.get(name) ?? []);
      if (only === undefined || others.length > 0) return whole;
      return `<a class="place" href="${addresses.get(only) ?? ""}#L${line}" title="${only}">${whole}</a>`;
    });
}
