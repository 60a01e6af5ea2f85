import { outcome, type Outcome } from "#diagnostics/index.ts";
import { firstLine, type ParsedFile, type WrittenItem, type WrittenLink } from "./written.ts";

/** An id with its revision, in three groups. */
export const id = String.raw`([A-Za-z]+)~([\p{L}\p{N}][\p{L}\p{N}._-]*)~(\d+)`;
const definition = new RegExp(
  String.raw`^(?:<a id="[^"]*"></a>)?\s*\x60{0,2}${id}\x60{0,2}\s*$`,
  "u",
);
/** What is indented is an example. */
const unindented = new RegExp(String.raw`^\x60{0,2}${id}\x60{0,2}\s*$`, "u");
export const anyId = new RegExp(id, "gu");
const forwarding = new RegExp(
  String.raw`^\s*\x60?\s*([A-Za-z]+)\s*-->\s*([A-Za-z]+(?:\s*,\s*[A-Za-z]+)*)\s*:\s*${id}\s*\x60?\s*$`,
  "u",
);
const keyword = /^\s*(Needs|Covers|Depends|Tags|Status|Rationale|Comment|Description):\s*(.*)$/;
const title = /^#{1,6}\s+(.*?)(?:\s+#+)?$/;
const fence = /^ *(?:`{3,}|~{3,})/;
const off = /(?:^|\W)oft:off(?:\W|$)/;
const on = /(?:^|\W)oft:on(?:\W|$)/;

/** Whether a text defines an item of OpenFastTrace: an id on a line of its own. */
export const isOpenFastTrace = (text: string): boolean =>
  text.includes("~") && text.split(/\r?\n/).some((line) => definition.test(line));

/** What is a title in one language and not in the other. */
interface Markup {
  readonly definition: RegExp;
  /** A line below a title; in reStructuredText it may also stand above. */
  readonly underline: RegExp;
  /** Where code begins that goes on to a line like this one. */
  readonly fence?: RegExp;
}

const markdown: Markup = { definition, underline: /^(?:={3,}|-{3,})\s*$/, fence };

const restructuredText: Markup = {
  definition: unindented,
  underline: /^([!-/:-@[-\x60{-~])\1{2,}\s*$/,
};

/** An item while its lines are read. */
interface Draft {
  readonly type: string;
  readonly name: string;
  readonly rev: number;
  readonly title: string;
  readonly line: number;
  readonly texts: Map<string, string>;
  readonly links: WrittenLink[];
  section: string;
}

/** Where in a file the reader is. */
interface Reading {
  readonly markup: Markup;
  readonly drafts: Draft[];
  heading: string;
  current: Draft | undefined;
  /** Nothing is read up to a line like this: the end of a fence, or `oft:on`. */
  until: RegExp | undefined;
}

/**
 * Reads Markdown of OpenFastTrace
 * (https://github.com/itsallcode/openfasttrace/blob/main/doc/user_guide.md): an id alone on its line
 * opens an item, the heading before is its title, a heading after it its end.
 */
export const parseOpenFastTrace = (text: string): Outcome<ParsedFile> => parseText(text, markdown);

/** The same in reStructuredText, where every line of equal signs underlines a title. */
export const parseOpenFastTraceRst = (text: string): Outcome<ParsedFile> =>
  parseText(text, restructuredText);

function parseText(text: string, markup: Markup): Outcome<ParsedFile> {
  const reading: Reading = {
    markup,
    drafts: [],
    heading: "",
    current: undefined,
    until: undefined,
  };
  const lines = text.split(/\r?\n/);
  lines.forEach((line, index) => {
    if (reading.until !== undefined) {
      if (reading.until.test(line)) reading.until = undefined;
    } else if (off.test(line)) reading.until = on;
    else if (reading.current === undefined && markup.fence?.test(line))
      reading.until = markup.fence;
    else takeLine(reading, line, { number: index + 1, next: lines[index + 1] ?? "" });
  });
  return outcome({ items: reading.drafts.map(itemOf), passedOver: 0, notUnderstood: 0 });
}

function takeLine(
  reading: Reading,
  line: string,
  { number, next }: { readonly number: number; readonly next: string },
): void {
  const [, type, name, rev] = reading.markup.definition.exec(line) ?? [];
  const headed = headingOf(line, next, reading.markup);
  const forwarded = forwardedIn(line, number);
  if (type !== undefined && name !== undefined) {
    const head = { type, name, rev: Number(rev), title: reading.heading, line: number };
    reading.current = draft(head);
    reading.drafts.push(reading.current);
    reading.heading = "";
  } else if (forwarded) {
    reading.drafts.push(forwarded);
    reading.current = undefined;
  } else if (headed !== undefined) {
    reading.heading = headed;
    reading.current = undefined;
  } else if (reading.current && !isOverline(reading.markup, line, next)) {
    readLine(reading.current, line, number);
  }
}

/** In reStructuredText a title may have a line above it, too. */
const isOverline = (markup: Markup, line: string, next: string): boolean =>
  markup === restructuredText && markup.underline.test(line) && /^\s*\S/.test(next);

/** `# Title`, or a line that the next one underlines. */
function headingOf(line: string, next: string, { underline }: Markup): string | undefined {
  const isUnderlined = /\S/.test(line) && underline.test(next) && !underline.test(line);
  return title.exec(line)?.[1] ?? (isUnderlined ? line.trim() : undefined);
}

/** `arch --> dsn : req~a~1` is an item `arch~a~1` that covers the other and needs another type. */
function forwardedIn(line: string, number: number): Draft | undefined {
  const [, from, to, ...target] = forwarding.exec(line) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const [, name = "", rev] = target;
  const item = draft({ type: from, name, rev: Number(rev), title: line.trim(), line: number });
  item.texts.set("Needs", to);
  item.links.push(linkTo(target, number));
  return item;
}

const draft = (head: Pick<Draft, "type" | "name" | "rev" | "title" | "line">): Draft => ({
  ...head,
  texts: new Map(),
  links: [],
  section: "Description",
});

/** What may stand behind its keyword, on the same line; then the text goes on. */
const isShort: ReadonlySet<string> = new Set(["Needs", "Tags", "Status"]);

function readLine(item: Draft, line: string, number: number): void {
  const [, section, rest = line] = keyword.exec(line) ?? [];
  if (section !== undefined) item.section = section;
  else if (isShort.has(item.section) && isEndOfList(item, line)) item.section = "Description";
  const role = rolesOfSections[item.section];
  if (role !== undefined) {
    const targets = [...rest.matchAll(anyId)].map(([, ...parts]) => linkTo(parts, number));
    item.links.push(...targets.map((link) => ({ ...link, role })));
  } else {
    item.texts.set(item.section, `${item.texts.get(item.section) ?? ""}${rest}\n`);
  }
}

/** A list of types or tags has bullets, and begins right below its keyword. */
const isEndOfList = (item: Draft, line: string): boolean =>
  (item.texts.get(item.section) ?? "").trim() !== "" && !/^\s*[-*+]\s/.test(line);

const rolesOfSections: Readonly<Record<string, "covers" | "depends-on">> = {
  Covers: "covers",
  Depends: "depends-on",
};

export const linkTo = (
  [type = "", name = "", rev]: readonly (string | undefined)[],
  line: number,
): WrittenLink => ({ role: "covers", to: `${type}~${name}`, rev: Number(rev), line });

/** Names between commas, or as a list with bullets. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .map((each) => each.replace(/^[-*+`]+|`+$/g, ""))
    .filter((each) => each !== "");

function itemOf(item: Draft): WrittenItem {
  const text = (section: string): string => item.texts.get(section)?.trim() ?? "";
  const { type, rev, line, links } = item;
  const needs = listOf(text("Needs"));
  const name = `${type}~${item.name}`;
  const statement = text("Description");
  const fields = ["Rationale", "Comment", "Tags"].flatMap((section) =>
    text(section) === "" ? [] : [[section, text(section)] as const],
  );
  return {
    name,
    type,
    rev,
    title: item.title || firstLine(statement) || name,
    statement,
    status: text("Status") || "approved",
    line,
    ...(needs.length > 0 && { needs }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    links,
  };
}
