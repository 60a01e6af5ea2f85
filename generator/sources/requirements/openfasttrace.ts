import { outcome, type Outcome } from "#diagnostics/index.ts";
import { createHash } from "node:crypto";
import { firstLine, type ParsedFile, type WrittenItem, type WrittenLink } from "./written.ts";

const id = String.raw`([A-Za-z]+)~([\p{L}\p{N}][\p{L}\p{N}._-]*)~(\d+)`;
const definition = new RegExp(String.raw`^(?:<a id="[^"]*"></a>)?\s*\x60?${id}\x60?\s*$`, "u");
const anyId = new RegExp(id, "gu");
const forwarding = new RegExp(
  String.raw`^\s*\x60?\s*([A-Za-z]+)\s*-->\s*([A-Za-z]+(?:\s*,\s*[A-Za-z]+)*)\s*:\s*${id}\s*\x60?\s*$`,
  "u",
);
const keyword = /^\s*(Needs|Covers|Depends|Tags|Status|Rationale|Comment|Description):\s*(.*)$/;
const title = /^#{1,6}\s+(.*?)(?:\s+#+)?$/;
const underline = /^(?:={3,}|-{3,})\s*$/;
const fence = /^ *(?:`{3,}|~{3,})/;
const off = /(?:^|\W)oft:off(?:\W|$)/;
const on = /(?:^|\W)oft:on(?:\W|$)/;

/** Whether a text defines an item of OpenFastTrace: an id on a line of its own. */
export const isOpenFastTrace = (text: string): boolean =>
  text.includes("~") && text.split(/\r?\n/).some((line) => definition.test(line));

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
export function parseOpenFastTrace(text: string): Outcome<ParsedFile> {
  const reading: Reading = { drafts: [], heading: "", current: undefined, until: undefined };
  const lines = text.split(/\r?\n/);
  lines.forEach((line, index) => {
    if (reading.until !== undefined) {
      if (reading.until.test(line)) reading.until = undefined;
    } else if (off.test(line)) reading.until = on;
    else if (reading.current === undefined && fence.test(line)) reading.until = fence;
    else takeLine(reading, line, { number: index + 1, next: lines[index + 1] ?? "" });
  });
  return outcome({ items: reading.drafts.map(itemOf), passedOver: 0, notUnderstood: 0 });
}

function takeLine(
  reading: Reading,
  line: string,
  { number, next }: { readonly number: number; readonly next: string },
): void {
  const [, type, name, rev] = definition.exec(line) ?? [];
  const headed = headingOf(line, next);
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
  } else if (reading.current) readLine(reading.current, line, number);
}

/** `# Title`, or a line that the next one underlines. */
function headingOf(line: string, next: string): string | undefined {
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

const linkTo = (
  [type = "", name = "", rev]: readonly (string | undefined)[],
  line: number,
): WrittenLink => ({ role: "covers", to: `${type}~${name}`, rev: Number(rev), line });

const listOf = (text: string): readonly string[] =>
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

const tag = new RegExp(
  String.raw`\[\s*([A-Za-z]+)(?:~([\p{L}\p{N}._-]*)~(\d+))?\s*->\s*(${id}(?:\s*,\s*${id})*)\s*(?:>>\s*([A-Za-z]+(?:\s*,\s*[A-Za-z]+)*)\s*)?\]`,
  "gu",
);

/** Reads tags in code, `[impl->dsn~login~2]`; each is an item that covers what it names. */
export function parseCodeTags(text: string, file: string): Outcome<ParsedFile> {
  const seen = new Map<string, number>();
  const items = text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      line.includes("->")
        ? [...line.matchAll(tag)].map((found) => tagItem(found, { file, line: index + 1, seen }))
        : [],
    );
  return outcome({ items, passedOver: 0, notUnderstood: 0 });
}

interface Place {
  readonly file: string;
  readonly line: number;
  /** How often a name was made in this file: lines may move, so they are no part of a name. */
  readonly seen: Map<string, number>;
}

function tagItem(found: RegExpMatchArray, place: Place): WrittenItem {
  const { line } = place;
  const [, type = "", own, rev, targets = ""] = found;
  const needs = listOf(found.at(-1) ?? "");
  const links = [...targets.matchAll(anyId)].map(([, ...parts]) => linkTo(parts, line));
  return {
    name: `${type}~${own || madeName(type, links, place)}`,
    type,
    rev: Number(rev ?? 0),
    title: found[0],
    statement: found[0],
    status: "approved",
    line,
    ...(needs.length > 0 && { needs }),
    links,
  };
}

/** Of the first item that it covers and its file, and a number where there are several. */
function madeName(type: string, [link]: readonly WrittenLink[], { file, seen }: Place): string {
  const made = `${link?.to.replace(/^[^~]*~/, "") ?? ""}-${digestOf(file)}`;
  const count = (seen.get(type + made) ?? 0) + 1;
  seen.set(type + made, count);
  return count === 1 ? made : `${made}-${String(count)}`;
}

const digestOf = (file: string): string =>
  createHash("sha256").update(file).digest("hex").slice(0, 8);
