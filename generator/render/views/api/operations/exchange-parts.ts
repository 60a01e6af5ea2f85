import type {
  Body,
  Encoding,
  Example,
  Exchange,
  Parameter,
  Response,
  ResponseLink,
  Serialization,
} from "#model/api/items.ts";
import type { ItemId } from "#model/item.ts";
import type { Block, Line, LinkText, PageContext } from "../../../view.ts";
import { pickBody } from "../examples/sample-body.ts";
import { extensionNotes } from "../extension-parts.ts";
import { type PropertyRow, propertyRow, propertyRows } from "../shapes/property-rows.ts";
import { schemaOf } from "../shapes/schema-of.ts";
import { type TypeParts, typeParts } from "../shapes/type-parts.ts";
import { type ExampleBlock, exampleBlock, examplesOf } from "./example-blocks.ts";

/** What is sent and what comes back, as the page of a tag shows it. */
export interface ExchangeParts {
  readonly parameters: readonly ParameterRow[];
  readonly parameterExamples: readonly ExampleBlock[];
  readonly bodyRequired: string;
  readonly bodyDescription: Block;
  readonly bodies: readonly WithExamples[];
  readonly responses: readonly object[];
  readonly details: readonly WithExamples[];
}

/** Who makes the call: a reader, or the API itself. */
type Caller = "reader" | "api";

/** A part of a page, whatever else it shows. */
export interface WithExamples {
  readonly [field: string]: unknown;
  readonly examples: readonly ExampleBlock[];
}

export const exchangeParts = (
  exchange: Exchange,
  context: PageContext,
  caller: Caller = "reader",
): ExchangeParts => ({
  parameters: exchange.parameters.map((parameter) => parameterRow(parameter, context)),
  parameterExamples: exchange.parameters.flatMap(({ name, examples = [] }) =>
    examples.every(isShort)
      ? []
      : examples.map((each) => exampleBlock({ ...each, name: label(name, each) }, context)),
  ),
  bodyRequired: context.words(exchange.bodyRequired ? "api.body-required" : "api.body-optional"),
  bodyDescription: context.prose(exchange.bodyDescription, 3),
  bodies: bodySections(exchange, caller, context),
  responses: exchange.responses.map((response) => responseRow(response, context)),
  details: exchange.responses.flatMap((response) => responseDetails(response, context)),
});

const label = (name: string, example: Example): string =>
  example.name === "" ? name : `${name}: ${example.name}`;

/** What stands in the line of its parameter needs no block of its own. */
const isShort = ({ text, description, serialized, address }: Example): boolean =>
  (description ?? serialized ?? address) === undefined && /^.{1,60}$/.test(text);

function shortExamples(
  examples: readonly Example[],
  words: PageContext["words"],
): readonly string[] {
  if (examples.length === 0 || !examples.every(isShort)) return [];
  const values = examples.map(({ name, text }) =>
    name === "" || name === "default" ? text : `${text} (${name})`,
  );
  return [words("api.for-example", { values: values.join(", ") })];
}

const places = ["path", "query", "header", "cookie", "querystring"];

type ParameterRow = PropertyRow & { readonly in: string };

function parameterRow(parameter: Parameter, context: PageContext): ParameterRow {
  const { words } = context;
  const { shape, description, serialization, extensions, examples = [] } = parameter;
  const row = propertyRow({ ...parameter, readOnly: false, writeOnly: false }, context);
  const notes = [
    row.note,
    ...serializationNotes(serialization, words),
    ...shortExamples(examples, words),
    ...extensionNotes(extensions),
  ];
  return {
    ...row,
    in: places.includes(parameter.in) ? words(`api.in-${parameter.in}`) : parameter.in,
    description: context.proseLine(description ?? shape.description),
    note: notes.filter(Boolean).join("; "),
  };
}

function serializationNotes(
  serialization: Serialization | undefined,
  words: PageContext["words"],
): readonly string[] {
  if (serialization === undefined) return [];
  const { mediaType, style, explode, allowReserved, allowEmptyValue } = serialization;
  return [
    ...(mediaType === undefined ? [] : [words("api.written-as", { mediaType })]),
    ...(style === undefined ? [] : [words("api.style", { style })]),
    ...(explode === undefined ? [] : [words(explode ? "api.exploded" : "api.not-exploded")]),
    ...(allowReserved ? [words("api.allow-reserved")] : []),
    ...(allowEmptyValue ? [words("api.allow-empty")] : []),
  ];
}

/** Media types that carry the same are told together. */
function sameBodies(bodies: readonly Body[]): readonly (Body & { readonly mediaTypes: string })[] {
  if (bodies.length < 2) return bodies.map((body) => ({ ...body, mediaTypes: body.mediaType }));
  const groups = Map.groupBy(bodies, ({ shape, item, encodings }) =>
    JSON.stringify([shape, item, encodings]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const mediaTypes = group.map(({ mediaType }) => mediaType).join(", ");
    const examples = group.flatMap((body) => body.examples);
    return first === undefined ? [] : [{ ...first, examples, mediaTypes }];
  });
}

const bodySections = (
  exchange: Exchange,
  caller: Caller,
  context: PageContext,
): readonly WithExamples[] =>
  sameBodies(exchange.bodies).map((body) => ({
    mediaType: body.mediaTypes,
    type: bodyType(body, context),
    description: context.proseLine(
      body.shape.ref === undefined ? body.shape.description : undefined,
    ),
    rows: propertyRows(caller === "api" ? body.shape : namedShape(body.shape, context), context),
    encodings: (body.encodings ?? []).map((encoding) => encodingRow(encoding, context)),
    notes: extensionNotes(body.extensions),
    examples:
      body.examples.length === 0 && isShown(body, exchange, caller)
        ? []
        : examplesOf(body, "request", context),
  }));

/**
 * Whoever writes a request needs its properties at hand, those of a schema with a page too; whoever
 * receives one finds them on that page, where all events that bring it lead.
 */
const namedShape = (shape: Body["shape"], { graph }: PageContext): Body["shape"] =>
  (shape.ref === undefined ? undefined : schemaOf(shape.ref, graph)?.attributes.shape) ?? shape;

/** The example that would be made is part of the request above, or of the page of its schema. */
const isShown = (body: Body, exchange: Exchange, caller: Caller): boolean =>
  caller === "api" ? isToldAlone(body) : body.mediaType === pickBody(exchange)?.mediaType;

/** The page of its schema has the example that would be made here. */
const isToldAlone = ({ shape, examples }: Body): boolean =>
  shape.ref !== undefined && examples.length === 0;

/** A stream is told by its items. */
const bodyType = ({ shape, item }: Body, context: PageContext): TypeParts =>
  item === undefined
    ? typeParts(shape, context)
    : [context.words("api.stream-of"), ...typeParts(item, context)];

function encodingRow({ part, serialization, headers }: Encoding, context: PageContext): object {
  const notes = serializationNotes(serialization, context.words);
  const names = headers.map(({ name }) => name).join(", ");
  return {
    part,
    note: [...notes, ...(names === "" ? [] : [context.words("api.with-headers", { names })])].join(
      "; ",
    ),
  };
}

const responseRow = (response: Response, context: PageContext): object => ({
  status: response.status,
  summary: response.summary ?? "",
  description: context.proseLine(response.description),
  bodies: sameBodies(response.bodies).map((body) => ({
    mediaType: body.mediaTypes,
    type: bodyType(body, context),
  })),
});

/** Headers, links, examples and the properties of shapes without a page of their own. */
function responseDetails(response: Response, context: PageContext): readonly WithExamples[] {
  const { status, links = [] } = response;
  const bodies = sameBodies(response.bodies);
  const rows = bodies.flatMap(({ shape }) =>
    shape.ref === undefined ? propertyRows(shape, context) : [],
  );
  const examples = bodies.flatMap((body) =>
    isToldElsewhere(body, response) ? [] : examplesOf(body, "response", context),
  );
  const headers = response.headers.map((header) => parameterRow(header, context));
  const notes = extensionNotes(response.extensions);
  if (rows.length + examples.length + headers.length + links.length + notes.length === 0) return [];
  const linkRows = links.map((link) => linkRow(link, context));
  return [{ status, headers, rows, examples, links: linkRows, notes }];
}

/** One page has an example of the error that every operation may answer with. */
const isToldElsewhere = (body: Body, { status }: Response): boolean =>
  isToldAlone(body) && /^[45]/.test(status);

interface LinkRow {
  readonly name: string;
  readonly operation: LinkText | string;
  readonly takes: string;
  readonly description: Line;
}

const linkRow = (link: ResponseLink, context: PageContext): LinkRow => ({
  name: link.name,
  operation:
    link.operation === undefined
      ? link.written
      : context.link(link.operation as ItemId, link.written),
  takes: [
    ...link.parameters.map(({ name, value }) => `${name} = ${value}`),
    ...(link.body === undefined ? [] : [context.words("api.link-body", { value: link.body })]),
    ...(link.server === undefined ? [] : [link.server.url]),
  ].join("; "),
  description: context.proseLine(link.description),
});
