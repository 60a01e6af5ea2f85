import type { LocatedData } from "#data/index.ts";
import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { type AuthoredPage, checkProse, readPage, readProse } from "#markdown/index.ts";
import { dialectOf, readMarkdownLinks, reportLabels } from "#markdown/links/index.ts";
import { type Fact, itemFact, type Reference, referenceFact, tallyFact } from "#model/fact.ts";
import { type Item, itemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import { basename } from "node:path/posix";
import { listFiles, readText, type SourceFile } from "../files.ts";
import type { Source } from "../source.ts";
import { readTraceTags } from "../trace-tags.ts";
import { readFrontMatter } from "./front-matter.ts";
import { pageBody } from "./page-body.ts";
import { bareFolder, placeLink } from "./place-links.ts";

/** Reads pages that somebody wrote: Markdown, with data at the top, linking to items and files. */
export const readPages: Source = async (request) => {
  const listed = await listFiles(request, { endings: ["md", "markdown"] });
  const pages = new Set(listed.value.map(({ path }) => nameOf(path)));
  const read = listed.value.map((file) => readFile(file, { root: request.root, pages }));
  return outcome(
    read.flatMap(({ value }) => value),
    [...listed.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics)],
  );
};

const nameOf = (path: string): string => path.replace(/\.(md|markdown)$/i, "");

interface ReadPage {
  readonly path: string;
  readonly text: string;
  readonly page: AuthoredPage;
}

function readFile(
  { path, entry }: SourceFile,
  place: Parameters<typeof placeLink>[1],
): Outcome<readonly Fact[]> {
  const { value: text, diagnostics } = readText(place.root, path);
  const modelled = text === undefined ? 0 : 1;
  const counted = tallyFact({
    source: "pages",
    file: path,
    unit: "pages",
    read: 1,
    modelled,
    passedOver: 0,
    notUnderstood: 1 - modelled,
  });
  if (text === undefined) return outcome([counted], soften(diagnostics, entry.foreign));
  const page = readPage(text);
  const data = readFrontMatter(page, { text, file: path });
  const item = pageItem({ path, text, page }, data.value);
  const { body, heading } = item.attributes;
  const prose = [...(heading ? [heading] : []), body].flatMap((each) => readProse(each, item.id));
  const written = [...namedAtTop(item, data.value), ...prose];
  const placed = written.map((reference) => placeLink(reference, place));
  const bare = placed.map((reference) => bareFolder(reference, place));
  const references = placed
    .filter((_, at) => bare[at] === undefined)
    .map((reference) => ({ ...reference, ...(entry.foreign && { foreign: true }) }));
  const tags = readTraceTags({ text, file: path, whole: item.id, foreign: entry.foreign }, []);
  const folders = bare.flatMap((folder, at) => describeFolder(folder, placed[at]));
  return outcome(
    [itemFact(item), ...[...references, ...tags].map(referenceFact), counted],
    soften(
      [...data.diagnostics, ...checkText(item), ...folders, ...checkLabels(path, text)],
      entry.foreign,
    ),
  );
}

const checkText = ({ attributes, location }: Item<"page">): readonly Diagnostic[] =>
  attributes.body.text.trim() === ""
    ? [diagnose("sources/pages-empty-page", {}, { location })]
    : checkProse(attributes.body);

/** What has neither definitions nor notes is not read once more. */
const checkLabels = (path: string, text: string): readonly Diagnostic[] =>
  /\]:|\]\[|\[\^/.test(text) ? reportLabels(path, readMarkdownLinks(text, forge)) : [];

const forge = dialectOf("github");

/** A link to a folder without pages stays words; one with pages is listed in the contents. */
const describeFolder = (
  found: ReturnType<typeof bareFolder>,
  reference: Reference | undefined,
): readonly Diagnostic[] =>
  found === undefined || found.hasPages || reference === undefined
    ? []
    : [
        diagnose(
          "sources/pages-folder-without-pages",
          { folder: found.folder },
          { location: reference.location },
        ),
      ];

/** The defects of somebody else's page are warnings. */
const soften = (diagnostics: readonly Diagnostic[], foreign: boolean): readonly Diagnostic[] =>
  diagnostics.map((problem) =>
    foreign && problem.severity === "error" ? { ...problem, severity: "warning" } : problem,
  );

function pageItem({ path, text: whole, page }: ReadPage, data: LocatedData): Item<"page"> {
  const { title, order, status } = topOf(data.value);
  const written = typeof title === "string" ? title : (page.title ?? page.firstHeading);
  const shown = written ?? basename(nameOf(path));
  const { text, line } = pageBody(page, whole, shown);
  return {
    kind: "page",
    id: itemId("page", nameOf(path)),
    title: shown,
    location: { file: path, line: 1 },
    attributes: {
      body: { text, location: { file: path, line, column: 1 } },
      ...headingOf(page, { path, shown }),
      anchors: page.anchors,
      ...(typeof order === "number" && { order }),
      ...(typeof status === "string" && { status }),
    },
  };
}

/** Under another title the heading stays in the body. */
function headingOf(
  { heading, title }: AuthoredPage,
  { path, shown }: { readonly path: string; readonly shown: string },
): Pick<Item<"page">["attributes"], "heading"> {
  if (heading === undefined || title !== shown) return {};
  const { text, ...place } = heading;
  return { heading: { text, location: { file: path, ...place } } };
}

const topOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Keys of the front matter that name items. */
const rolesAtTop: readonly (readonly [string, LinkRole])[] = [
  ["implements", "implements"],
  ["verifies", "verifies"],
  ["refs", "refers-to"],
];

/** What the front matter names, each at the value that names it. */
const namedAtTop = ({ id }: Item, data: LocatedData): readonly Reference[] =>
  rolesAtTop.flatMap(([key, role]) =>
    listAt(data.value, key).flatMap((to, index) =>
      typeof to === "string" ? [{ from: id, role, to, location: data.locate([key, index]) }] : [],
    ),
  );

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = topOf(value)[key];
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}
