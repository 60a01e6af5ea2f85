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
  readonly delegates: { readonly from: string; readonly to: readonly string[] }[];
  section: string;
}

/**
 * Reads Markdown of OpenFastTrace
 * (https://github.com/itsallcode/openfasttrace/blob/main/doc/user_guide.md): an id alone on its line
 * opens an item, the heading before is its title, a heading after it its end.
 */
export function parseOpenFastTrace(text: string): Outcome<ParsedFile> {
  const drafts: Draft[] = [];
  let heading = "";
  let current: Draft | undefined;
  text.split(/\r?\n/).forEach((line, index) => {
    const [, type, name, rev] = definition.exec(line) ?? [];
    const headed = title.exec(line)?.[1];
    if (type !== undefined && name !== undefined) {
      current = draft({ type, name, rev: Number(rev), title: heading, line: index + 1 });
      drafts.push(current);
      heading = "";
    } else if (headed !== undefined) {
      heading = headed;
      current = undefined;
    } else if (current) readLine(current, line, index + 1);
  });
  return outcome({ items: drafts.map(itemOf), passedOver: 0, notUnderstood: 0 });
}

const draft = (head: Pick<Draft, "type" | "name" | "rev" | "title" | "line">): Draft => ({
  ...head,
  texts: new Map(),
  links: [],
  delegates: [],
  section: "Description",
});

function readLine(item: Draft, line: string, number: number): void {
  const [, from, to, ...target] = forwarding.exec(line) ?? [];
  if (from !== undefined && to !== undefined) {
    item.delegates.push({ from: from.toLowerCase(), to: to.split(/\s*,\s*/) });
    item.links.push(linkTo(target, number));
    return;
  }
  const [, section, rest = line] = keyword.exec(line) ?? [];
  if (section !== undefined) item.section = section;
  const role = rolesOfSections[item.section];
  if (role !== undefined) {
    const targets = [...rest.matchAll(anyId)].map(([, ...parts]) => linkTo(parts, number));
    item.links.push(...targets.map((link) => ({ ...link, role })));
  } else {
    item.texts.set(item.section, `${item.texts.get(item.section) ?? ""}${rest}\n`);
  }
}

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
  const { type, rev, line, links, delegates } = item;
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
    ...(delegates.length > 0 && { delegates }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    links,
  };
}

const tag = new RegExp(
  String.raw`\[\s*([A-Za-z]+)(?:~([\p{L}\p{N}._-]*)(?:~(\d+))?)?\s*->\s*(${id}(?:\s*,\s*${id})*)\s*(?:>>\s*([A-Za-z]+(?:\s*,\s*[A-Za-z]+)*)\s*)?\]`,
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
