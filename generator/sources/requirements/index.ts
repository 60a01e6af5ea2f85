import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import {
  type Fact,
  foreignItemFact,
  itemFact,
  type Reference,
  referenceFact,
  tallyFact,
} from "#model/fact.ts";
import { type Item, itemId } from "#model/item.ts";
import type { SourceEntry } from "#model/settings.ts";
import { listFiles, readText, softened, type SourceFile } from "../files.ts";
import type { Source } from "../source.ts";
import { kindOf, parserFor } from "./formats.ts";
import { nothingParsed, type ParsedFile, type WrittenItem, type WrittenLink } from "./written.ts";

/** Reads requirements that are kept in the files of other tools, as each of them writes them. */
export const readRequirements: Source = async ({ root, entries }) => {
  const read = await Promise.all(entries.map((entry) => readEntry(root, entry)));
  const parsed = distinct(read.flatMap(({ value }) => value));
  const names = new Set(parsed.flatMap(({ content }) => content.items.map(({ name }) => name)));
  return outcome(
    parsed.flatMap((file) => [...factsOf(file, names), tallyOf(file)]),
    read.flatMap(({ diagnostics }) => diagnostics),
  );
};

interface ReadFile extends SourceFile {
  readonly content: ParsedFile;
  readonly isOther: boolean;
}

/** A file that two entries name belongs to the first. */
const distinct = (files: readonly ReadFile[]): readonly ReadFile[] =>
  [...Map.groupBy(files, ({ path }) => path).values()].flatMap(([first]) => first ?? []);

async function readEntry(root: string, entry: SourceEntry): Promise<Outcome<readonly ReadFile[]>> {
  const listed = await listFiles({ root, entries: [entry] }, kindOf(entry.format));
  const files = listed.value.map((file) => readFile(root, file));
  const value = files.flatMap((file) => file.value);
  const diagnostics = [...listed.diagnostics, ...files.flatMap((file) => file.diagnostics)];
  const isEmpty = value.every(({ content }) => content.items.length === 0);
  if (diagnostics.length > 0 || !isEmpty) return outcome(value, diagnostics);
  const { path, location } = entry;
  const nothing = diagnose("sources/requirements-none", { path }, location && { location });
  return outcome(value, softened([nothing], entry.foreign));
}

function readFile(root: string, file: SourceFile): Outcome<readonly ReadFile[]> {
  const { path, entry } = file;
  const text = readText(root, path, entry.foreign);
  if (text.value === undefined) return outcome([], text.diagnostics);
  const parse = parserFor(path, text.value, entry);
  if (!parse) return outcome([{ ...file, content: nothingParsed, isOther: true }]);
  const { value: content, diagnostics } = parse(text.value, path);
  const problems: readonly Diagnostic[] = softened(diagnostics, entry.foreign);
  return outcome([{ ...file, content, isOther: false }], [...text.diagnostics, ...problems]);
}

function factsOf(
  { path: file, entry, content }: ReadFile,
  names: ReadonlySet<string>,
): readonly Fact[] {
  const makeFact = entry.foreign ? foreignItemFact : itemFact;
  return content.items.flatMap((written): readonly Fact[] => [
    makeFact(itemOf(written, file, entry)),
    ...written.links.map((link) =>
      referenceFact(referenceOf({ written, link, file }, entry, names)),
    ),
  ]);
}

function itemOf(written: WrittenItem, file: string, { type: declared }: SourceEntry): Item {
  const { name, title, line, statement, status, rev, needs, fields } = written;
  const type = declared ?? written.type;
  const isFilled = fields !== undefined && Object.keys(fields).length > 0;
  return {
    kind: "requirement",
    id: itemId("requirement", name),
    title,
    location: { file, line },
    attributes: {
      statement,
      status,
      ...(type !== undefined && { type }),
      ...(rev !== undefined && { rev }),
      ...(needs && { needs: needs.map((each) => ({ anyOf: [each] })) }),
      ...(isFilled && { fields }),
    },
  };
}

interface LinkOfItem {
  readonly written: WrittenItem;
  readonly link: WrittenLink;
  readonly file: string;
}

/** What a parent says of a child becomes the child's link, when there is such a child. */
function referenceOf(
  { written, link, file }: LinkOfItem,
  { foreign }: SourceEntry,
  names: ReadonlySet<string>,
): Reference {
  const { role, to, line, rev } = link;
  const [own, other] = [written.name, to].map((name) => itemId("requirement", name)) as [
    Reference["from"],
    Reference["from"],
  ];
  const turns = link.isBackwards === true && names.has(to);
  return {
    from: turns ? other : own,
    role,
    to: turns ? own : names.has(to) ? other : to,
    location: { file, line },
    ...(rev !== undefined && { pin: { rev } }),
    ...(foreign && { foreign: true }),
  };
}

const tallyOf = ({ path, content, isOther }: ReadFile): Fact =>
  tallyFact({
    source: "requirements",
    file: path,
    unit: isOther ? "files" : "elements",
    read: isOther ? 1 : content.items.length + content.passedOver + content.notUnderstood,
    modelled: content.items.length,
    passedOver: isOther ? 1 : content.passedOver,
    notUnderstood: content.notUnderstood,
  });
