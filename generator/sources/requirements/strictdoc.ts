import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import {
  firstLine,
  type ParsedFile,
  roleOf,
  type WrittenItem,
  type WrittenLink,
} from "./written.ts";

/** One `[ELEMENT]` of a document: its fields as text, each with the line that it begins on. */
interface Element {
  readonly tag: string;
  readonly line: number;
  readonly fields: Map<string, { text: string; readonly line: number }>;
}

const heading = /^\[(?:([A-Z][A-Z0-9_]*)\]|\[(\/?)([A-Z][A-Z0-9_]*)\]\])\s*$/;
const field = /^([A-Z][A-Z0-9_]*):(?: (.*))?$/;

/** What is no item of its own, whatever a grammar calls its items. */
const structure: ReadonlySet<string> = new Set([
  "DOCUMENT",
  "DOCUMENT_FROM_FILE",
  "GRAMMAR",
  "SECTION",
  "TEXT",
  "COMPOSITE_REQUIREMENT_END",
]);

/** Reads a document of StrictDoc (`.sdoc`): https://strictdoc.readthedocs.io, "SDoc syntax". */
export function parseStrictDoc(text: string, file: string): Outcome<ParsedFile> {
  const { elements, odd } = readElements(text.split(/\r?\n/), file);
  const isItem = ({ tag, fields }: Element) => !structure.has(tag) && fields.size > 0;
  const items = elements.filter(isItem);
  return outcome(
    {
      items: items.map((element) => itemOf(element, file)),
      passedOver: elements.length - items.length,
      notUnderstood: odd.length,
    },
    odd,
  );
}

/** Where the reader stands: in which element, and in which text over several lines. */
interface Reading {
  readonly file: string;
  readonly elements: Element[];
  readonly odd: Diagnostic[];
  current?: Element;
  open?: { text: string; readonly line: number };
  /** The last field, whose value may go on in indented lines. */
  last?: { text: string; readonly line: number };
}

function readElements(lines: readonly string[], file: string) {
  const reading: Reading = { file, elements: [], odd: [] };
  lines.forEach((line, index) => {
    if (reading.open) readOpenText(reading, line);
    else readLine(reading, line, index + 1);
  });
  if (reading.open) reading.odd.push(describeOdd(file, reading.open.line, ">>>"));
  return reading;
}

function readOpenText(reading: Reading, line: string): void {
  if (line.trim() === "<<<") delete reading.open;
  else if (reading.open) reading.open.text += `${line}\n`;
}

function readLine(reading: Reading, line: string, number: number): void {
  if (line.trim() === "") return;
  const found = heading.exec(line);
  if (found) startElement(reading, found, number);
  else if (/^[ \t]|^- /.test(line) && reading.last) reading.last.text += `${line}\n`;
  else readField(reading, line, number);
}

function startElement(reading: Reading, found: RegExpExecArray, line: number): void {
  const [, simple, isEnd, tag = simple ?? ""] = found;
  delete reading.last;
  delete reading.current;
  if (isEnd === "/") return;
  reading.current = { tag, line, fields: new Map() };
  reading.elements.push(reading.current);
}

function readField(reading: Reading, line: string, number: number): void {
  const [, name, value = ""] = field.exec(line) ?? [];
  if (name === undefined || !reading.current) {
    reading.odd.push(describeOdd(reading.file, number, line));
    return;
  }
  const isOpen = value.trim() === ">>>";
  const part = { text: isOpen ? "" : value, line: number };
  // A comment may be written several times.
  const { fields } = reading.current;
  fields.set(fields.has(name) ? `${name}.${String(number)}` : name, part);
  reading.last = part;
  if (isOpen) reading.open = part;
  else if (value !== "") part.text += "\n";
}

const describeOdd = (file: string, line: number, text: string): Diagnostic =>
  diagnose(
    "sources/requirements-not-understood",
    { text: text.trim().slice(0, 80), format: "StrictDoc" },
    { location: { file, line } },
  );

const known: ReadonlySet<string> = new Set(["UID", "TITLE", "STATEMENT", "STATUS", "RELATIONS"]);

function itemOf(element: Element, file: string): WrittenItem {
  const { fields, line, tag } = element;
  const text = (name: string): string => fields.get(name)?.text.trim() ?? "";
  const name = text("UID") || text("MID") || `${file}:${String(line)}`;
  const statement = text("STATEMENT");
  const others = [...fields].filter(([key]) => !known.has(key));
  const relations = relationsOf(fields.get("RELATIONS"));
  const files = relations.flatMap(({ type, value }) => (type === "File" ? [value] : []));
  return {
    name,
    type: tag.toLowerCase().replaceAll("_", "-"),
    title: text("TITLE") || firstLine(statement) || name,
    statement,
    status: text("STATUS"),
    line,
    fields: Object.fromEntries([
      ...others.map(([key, { text: value }]) => [key, value.trim()]),
      ...(files.length > 0 ? [["FILE", files.join("\n")]] : []),
    ]) as Readonly<Record<string, string>>,
    links: relations.flatMap(linkOf),
  };
}

interface Relation {
  readonly type: string;
  readonly value: string;
  readonly role: string;
  readonly line: number;
}

/** `- TYPE: Parent` / `VALUE: …` / `ROLE: …`, one after the other. */
function relationsOf(part: { readonly text: string; readonly line: number } | undefined) {
  const relations: { -readonly [Key in keyof Relation]: Relation[Key] }[] = [];
  part?.text.split("\n").forEach((written, index) => {
    const [, dash, key, value = ""] = /^\s*(- )?\s*([A-Z_]+): *(.*)$/.exec(written) ?? [];
    if (dash) relations.push({ type: "", value: "", role: "", line: part.line + index + 1 });
    const relation = relations.at(-1);
    if (!relation || key === undefined) return;
    if (key === "TYPE") relation.type = value.trim();
    else if (key === "ROLE") relation.role = value.trim();
    else if (key === "VALUE") {
      relation.value = value.trim();
      relation.line = part.line + index + 1;
    }
  });
  return relations as readonly Relation[];
}

/** Paths of files are no items; they are kept as a field. */
export function linkOf({ type, value, role, line }: Relation): readonly WrittenLink[] {
  if (value === "" || (type !== "Parent" && type !== "Child")) return [];
  return [{ role: roleOf(role), to: value, line, ...(type === "Child" && { isBackwards: true }) }];
}
