import type { Graph } from "#model/graph.ts";
import { type Item, type ItemId, itemName } from "#model/item.ts";
import { typeOf } from "#model/trace/digest.ts";
import type { MatrixResult } from "#model/trace/matrix-result.ts";
import { inBlocks } from "../data/in-blocks.ts";
import { describeFilter } from "./describe-query.ts";
import { sheetOf } from "./sheet.ts";
import { xmlText } from "./xml.ts";

/** What the exchange says beside the matrix. */
export interface ReqIfHead {
  readonly graph: Graph;
  readonly title: string;
  /** The date that counts as today; the beginning of 1970 when not known. */
  readonly asOf?: string;
}

/**
 * The matrix as ReqIF 1.2 (https://www.omg.org/spec/ReqIF/): an object for each item in it, a
 * relation for each entry that is an item, a specification of the rows in their order.
 */
export function matrixToReqIf(
  result: MatrixResult,
  { graph, title, asOf }: ReqIfHead,
): readonly string[] {
  const time = ` LAST-CHANGE="${momentOf(asOf)}"`;
  const idOf = identifiers();
  const relations = relationsOf(result);
  const ids = new Set([...result.lines.map(({ item }) => item), ...relations.map(({ to }) => to)]);
  const items = [...ids].flatMap((id) => graph.items.get(id) ?? []);
  const types = [...new Set(items.map(typeOf))].sort();
  const roles = [...new Set(relations.map(({ role }) => role))].sort();
  return inBlocks([
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd">`,
    header(result, title, { moment: momentOf(asOf), id: idOf("head", title) }),
    `<CORE-CONTENT><REQ-IF-CONTENT>`,
    `<DATATYPES><DATATYPE-DEFINITION-STRING IDENTIFIER="_text" LONG-NAME="text" MAX-LENGTH="1000000"${time}/></DATATYPES>`,
    `<SPEC-TYPES>`,
    ...types.map((type) => objectType(type, time, idOf)),
    ...roles.map((role) => relationType(role, time, idOf)),
    `<SPECIFICATION-TYPE IDENTIFIER="_matrix" LONG-NAME="matrix"${time}/>`,
    `</SPEC-TYPES><SPEC-OBJECTS>`,
    ...items.map((item) => specObject(item, time, idOf)),
    `</SPEC-OBJECTS><SPEC-RELATIONS>`,
    ...relations.map(
      ({ from, role, to }) =>
        `<SPEC-RELATION IDENTIFIER="${idOf(role, from, to)}"${time}><TYPE><SPEC-RELATION-TYPE-REF>${idOf("relation-type", role)}</SPEC-RELATION-TYPE-REF></TYPE><SOURCE><SPEC-OBJECT-REF>${idOf(from)}</SPEC-OBJECT-REF></SOURCE><TARGET><SPEC-OBJECT-REF>${idOf(to)}</SPEC-OBJECT-REF></TARGET></SPEC-RELATION>`,
    ),
    `</SPEC-RELATIONS><SPECIFICATIONS>`,
    `<SPECIFICATION IDENTIFIER="${idOf(result.matrix)}" LONG-NAME="${xmlText(title)}" DESC="${xmlText(describeFilter(result.declared))}"${time}><TYPE><SPECIFICATION-TYPE-REF>_matrix</SPECIFICATION-TYPE-REF></TYPE><CHILDREN>`,
    ...result.lines.map(
      ({ item }) =>
        `<SPEC-HIERARCHY IDENTIFIER="${idOf("row", item)}"${time}><OBJECT><SPEC-OBJECT-REF>${idOf(item)}</SPEC-OBJECT-REF></OBJECT></SPEC-HIERARCHY>`,
    ),
    `</CHILDREN></SPECIFICATION></SPECIFICATIONS>`,
    `</REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>`,
  ]);
}

/** What the exchange is, with the counts of the matrix. */
function header(
  result: MatrixResult,
  title: string,
  { moment, id }: { readonly moment: string; readonly id: string },
): string {
  const summary = sheetOf(result).summary.map((line) => line.join(" "));
  return `<THE-HEADER><REQ-IF-HEADER IDENTIFIER="${id}"><COMMENT>${xmlText(summary.join("\n"))}</COMMENT><CREATION-TIME>${moment}</CREATION-TIME><REQ-IF-TOOL-ID>rastro</REQ-IF-TOOL-ID><REQ-IF-VERSION>1.0</REQ-IF-VERSION><SOURCE-TOOL-ID>rastro</SOURCE-TOOL-ID><TITLE>${xmlText(title)}</TITLE></REQ-IF-HEADER></THE-HEADER>`;
}

interface Relation {
  readonly from: ItemId;
  readonly role: string;
  readonly to: ItemId;
}

/** Named after the columns; in a grid after the one kind of column there is. */
function relationsOf({ lines, heads, declared }: MatrixResult): readonly Relation[] {
  return lines.flatMap(({ item: from, cells }) =>
    cells.flatMap((entries, index) => {
      const { title = "", item: column } = heads[index] ?? {};
      const role = column === undefined ? title : (declared.columns[0]?.title ?? "");
      return entries.flatMap(({ item: to }) => (to === undefined ? [] : [{ from, role, to }]));
    }),
  );
}

const attributes = ["ReqIF.ForeignID", "ReqIF.Name", "ReqIF.Text", "Status"] as const;

const objectType = (type: string, time: string, idOf: Identify): string =>
  `<SPEC-OBJECT-TYPE IDENTIFIER="${idOf("type", type)}" LONG-NAME="${xmlText(type)}"${time}><SPEC-ATTRIBUTES>${attributes
    .map(
      (name) =>
        `<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="${idOf("attribute", type, name)}" LONG-NAME="${name}"${time}><TYPE><DATATYPE-DEFINITION-STRING-REF>_text</DATATYPE-DEFINITION-STRING-REF></TYPE></ATTRIBUTE-DEFINITION-STRING>`,
    )
    .join("")}</SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE>`;

const relationType = (role: string, time: string, idOf: Identify): string =>
  `<SPEC-RELATION-TYPE IDENTIFIER="${idOf("relation-type", role)}" LONG-NAME="${xmlText(role)}"${time}/>`;

function specObject(item: Item, time: string, idOf: Identify): string {
  const type = typeOf(item);
  const { statement = "", status = "" } = item.attributes as Readonly<Record<string, unknown>>;
  const values = [itemName(item.id), item.title, statement, status];
  const written = attributes.map((name, index) => {
    const value = xmlText(String(values[index]));
    if (value === "") return "";
    return `<ATTRIBUTE-VALUE-STRING THE-VALUE="${value}"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>${idOf("attribute", type, name)}</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>`;
  });
  return `<SPEC-OBJECT IDENTIFIER="${idOf(item.id)}" LONG-NAME="${xmlText(item.title)}"${time}><TYPE><SPEC-OBJECT-TYPE-REF>${idOf("type", type)}</SPEC-OBJECT-TYPE-REF></TYPE><VALUES>${written.join("")}</VALUES></SPEC-OBJECT>`;
}

type Identify = (...parts: readonly string[]) => string;

/**
 * Identifiers begin with a letter or `_` and hold letters, digits, `.`, `-` and `_`: what is named,
 * with every other sign escaped by `_`, so that no two things have the same. Each part, which may
 * stand in many, is escaped once.
 */
function identifiers(): Identify {
  const known = new Map<string, string>();
  const escaped = (part: string): string => {
    const id = known.get(part) ?? part.replace(/[^A-Za-z0-9.-]/gu, escapeSign);
    known.set(part, id);
    return id;
  };
  return (...parts) => `_${parts.map(escaped).join("_-")}`;
}

const escapeSign = (sign: string): string =>
  ({ _: "__", ":": "_." })[sign] ?? `_${(sign.codePointAt(0) ?? 0).toString(16)}.`;

function momentOf(asOf = "1970-01-01"): string {
  return /T/.test(asOf) ? asOf : `${asOf}T00:00:00Z`;
}
