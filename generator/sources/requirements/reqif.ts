import { ownField } from "#data/index.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { XMLParser } from "fast-xml-parser";
import { attributePrefix, listOf, parseXml } from "../xml.ts";
import {
  firstLine,
  nothingParsed,
  type ParsedFile,
  roleOf,
  type WrittenItem,
  type WrittenLink,
} from "./written.ts";

/** Names by identifiers: of attributes, of types, of values of enumerations. */
type Names = ReadonlyMap<string, string>;

/** Reads ReqIF 1.2 (https://www.omg.org/spec/ReqIF/): its objects, and the relations between them. */
export function parseReqIf(text: string, file: string): Outcome<ParsedFile> {
  const parsed = parseXml(text, {
    removeNSPrefix: true,
    captureMetaData: true,
    // Text with markup of its own: the order of its parts counts.
    stopNodes: ["*.THE-VALUE"],
  });
  const refuse = (reason: string, place: { line?: number; column?: number } = {}) =>
    outcome(nothingParsed, [
      diagnose(
        "sources/requirements-unreadable",
        { format: "ReqIF", reason },
        { location: { file, ...place } },
      ),
    ]);
  if ("reason" in parsed) {
    const { reason, ...place } = parsed;
    return refuse(reason, place);
  }
  const content = path(parsed.value, "REQ-IF", "CORE-CONTENT", "REQ-IF-CONTENT");
  if (content === undefined) return refuse("no `REQ-IF-CONTENT` in it");
  const { value, lost } = readContent(content, lineCounter(text));
  const describe = ({ identifier, line }: LostRelation) =>
    diagnose("sources/requirements-relation-lost", { identifier }, { location: { file, line } });
  return outcome(value, lost.map(describe));
}

/** A relation that does not say between which objects of the file it is. */
interface LostRelation {
  readonly identifier: string;
  readonly line: number;
}

function readContent(
  content: unknown,
  lineOf: LineOf,
): { readonly value: ParsedFile; readonly lost: readonly LostRelation[] } {
  const names = namesOf(content);
  const objects = childrenOf(path(content, "SPEC-OBJECTS")).map((each) => ({
    identifier: attribute(each, "IDENTIFIER"),
    line: lineOf(each),
    values: valuesOf(each, names),
    type: names.get(referenceIn(ownField(each, "TYPE"))) ?? "",
    longName: attribute(each, "LONG-NAME"),
  }));
  const nameOf = new Map(objects.map((each) => [each.identifier, nameOfObject(each)]));
  const relations = childrenOf(path(content, "SPEC-RELATIONS")).map((each) =>
    relationOf(each, nameOf, { names, lineOf }),
  );
  const lost = relations.filter(({ from, link }) => !nameOf.has(from) || link.to === "");
  const links = Map.groupBy(relations, ({ from }) => from);
  const value: ParsedFile = {
    items: objects.map((each) =>
      itemOf(
        each,
        (links.get(each.identifier) ?? []).flatMap(({ link }) => (link.to === "" ? [] : [link])),
      ),
    ),
    passedOver: childrenOf(path(content, "SPECIFICATIONS")).length,
    notUnderstood: lost.length,
  };
  return { value, lost: lost.map(({ identifier, link: { line } }) => ({ identifier, line })) };
}

type LineOf = (element: unknown) => number;

/** Where an element begins, by what the parser noted about it. */
function lineCounter(text: string): LineOf {
  const key = XMLParser.getMetaDataSymbol() as unknown as symbol;
  let [line, end] = [1, 0];
  return (element) => {
    const noted = (element as Readonly<Record<symbol, { startIndex?: number } | undefined>>)[key];
    const offset = noted?.startIndex ?? 0;
    // Elements are asked for in the order of the file, or nearly so.
    if (offset < end) [line, end] = [1, 0];
    for (; end < offset; end++) if (text[end] === "\n") line++;
    return line;
  };
}

const path = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce(ownField, value);

/** All elements inside, whatever they are called. */
const childrenOf = (parent: unknown): readonly unknown[] =>
  typeof parent === "object" && parent !== null
    ? Object.entries(parent)
        .filter(([name]) => !name.startsWith(attributePrefix) && name !== "#text")
        .flatMap(([, value]) => listOf(value))
        .filter((each) => typeof each === "object")
    : [];

const attribute = (value: unknown, name: string): string => {
  const text = ownField(value, attributePrefix + name);
  return typeof text === "string" ? text : "";
};

/** `<TYPE><SPEC-OBJECT-TYPE-REF>id</…></TYPE>`: the identifier inside. */
function referenceIn(value: unknown): string {
  const inside = Object.values(value ?? {}).find((each) => typeof each === "string");
  return typeof inside === "string" ? inside.trim() : "";
}

function namesOf(content: unknown): Names {
  const types = childrenOf(path(content, "SPEC-TYPES"));
  const attributes = types.flatMap((type) => childrenOf(ownField(type, "SPEC-ATTRIBUTES")));
  const values = childrenOf(path(content, "DATATYPES")).flatMap((type) =>
    childrenOf(ownField(type, "SPECIFIED-VALUES")),
  );
  return new Map(
    [...types, ...attributes, ...values].map((each) => [
      attribute(each, "IDENTIFIER"),
      attribute(each, "LONG-NAME") || attribute(each, "IDENTIFIER"),
    ]),
  );
}

function valuesOf(object: unknown, names: Names): ReadonlyMap<string, string> {
  return new Map(
    childrenOf(ownField(object, "VALUES")).map((value) => {
      const name = names.get(referenceIn(ownField(value, "DEFINITION"))) ?? "";
      return [name, textOfValue(value, names)];
    }),
  );
}

function textOfValue(value: unknown, names: Names): string {
  const simple = attribute(value, "THE-VALUE");
  if (simple !== "") return simple.trim();
  const markup = ownField(value, "THE-VALUE");
  if (typeof markup === "string") return plainText(markup);
  return Object.values(ownField(value, "VALUES") ?? {})
    .flatMap(listOf)
    .map((each) => names.get(String(each).trim()) ?? "")
    .join(", ");
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** The text of XHTML: a line for each block, without its marks. */
const plainText = (markup: string): string =>
  markup
    .replace(/<(?:[\w-]+:)?(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(#x?)?(\w{1,7});/gi, (whole, number: string | undefined, name: string) =>
      number === undefined ? (entities[name] ?? whole) : characterOf(whole, number + name),
    )
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();

/** `#233` or `#xe9`. */
function characterOf(whole: string, written: string): string {
  const code = Number(written.replace("#x", "0x").replace("#X", "0x").replace("#", ""));
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

interface SpecObject {
  readonly identifier: string;
  readonly longName: string;
  readonly type: string;
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/** Names of attributes that tools give to the parts that every item has, in the order of trust. */
const parts = {
  name: ["ReqIF.ForeignID", "UID", "ID", "rastro.id"],
  title: ["ReqIF.Name", "ReqIF.ChapterName", "TITLE", "Title", "Name"],
  statement: ["ReqIF.Text", "STATEMENT", "Description", "Text"],
  status: ["STATUS", "Status", "ReqIF.ForeignState"],
} as const;
const partNames: ReadonlySet<string> = new Set(Object.values(parts).flat());

const partOf = ({ values }: SpecObject, part: keyof typeof parts): string =>
  parts[part].map((name) => values.get(name) ?? "").find((text) => text !== "") ?? "";

const nameOfObject = (object: SpecObject): string => partOf(object, "name") || object.identifier;

function itemOf(object: SpecObject, links: readonly WrittenLink[]): WrittenItem {
  const name = nameOfObject(object);
  const statement = partOf(object, "statement");
  const others = [...object.values].filter(([key, text]) => !partNames.has(key) && text !== "");
  return {
    name,
    ...(object.type !== "" && { type: object.type }),
    title: partOf(object, "title") || object.longName || firstLine(statement) || name,
    statement,
    status: partOf(object, "status"),
    line: object.line,
    ...(others.length > 0 && { fields: Object.fromEntries(others) }),
    links,
  };
}

function relationOf(
  relation: unknown,
  nameOf: ReadonlyMap<string, string>,
  { names, lineOf }: { readonly names: Names; readonly lineOf: LineOf },
): { readonly identifier: string; readonly from: string; readonly link: WrittenLink } {
  const target = referenceIn(ownField(relation, "TARGET"));
  const word = names.get(referenceIn(ownField(relation, "TYPE"))) ?? "";
  return {
    identifier: attribute(relation, "IDENTIFIER"),
    from: referenceIn(ownField(relation, "SOURCE")),
    link: { role: roleOf(word), to: nameOf.get(target) ?? target, line: lineOf(relation) },
  };
}
