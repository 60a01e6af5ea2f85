import type { SchemaShape } from "#model/api/shape.ts";
import type { Body, Encoding, Parameter, Response, Serialization } from "#model/api/items.ts";
import { defined, filled } from "../defined.ts";
import type { FoundOperation } from "../draft.ts";
import { child, elementsOf, fieldsOf, flagOf, type Node, textOf, textsOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { describe } from "./context.ts";
import { plainExamples, readExamples } from "./examples.ts";
import { readExtensions } from "./extensions.ts";
import { readLinks } from "./links.ts";
import { readShape } from "./schemas/schema-shape.ts";
import type { ShapeReader } from "./schemas/shape-reader.ts";

type Located = Pick<FoundOperation, "node" | "pathItem">;

/** The parameters of an operation: its own, and those of its path that it does not replace. */
export function parameterNodes({ node, pathItem }: Located, reader: ShapeReader): readonly Node[] {
  const found = new Map<string, Node>();
  for (const owner of [pathItem, node]) {
    for (const written of elementsOf(child(owner, "parameters"))) {
      const parameter = follow(written, reader.context.files);
      if (parameter === undefined) continue;
      found.set(`${textOf(parameter, "in") ?? ""} ${textOf(parameter, "name") ?? ""}`, parameter);
    }
  }
  return [...found.values()];
}

/** A parameter or header that many operations share is read once, unless it says what each names. */
export function readParameter(node: Node, reader: ShapeReader): Parameter {
  const { parameters, tally } = reader.context;
  const known = parameters.get(node.value);
  if (known) return known;
  const before = tally.said;
  const parameter = readOwnParameter(node, reader);
  if (tally.said === before) parameters.set(node.value, parameter);
  return parameter;
}

/** In 2.0 the type stands on the parameter itself; there and later one media type may carry it. */
function readOwnParameter(node: Node, reader: ShapeReader): Parameter {
  const [named, written] = fieldsOf(child(node, "content"))[0] ?? [];
  const mediaType = written && follow(written, reader.context.files);
  const schema = child(node, "schema") ?? child(mediaType, "schema");
  const own = schema === undefined && mediaType === undefined;
  const shape = withoutDescription(readShape(own ? withoutMark(node) : schema, reader));
  return {
    ...parameterMarks(node),
    ...defined({
      description:
        describe(reader.context, reader.from, [node, "description"]) ??
        describe(reader.context, reader.from, [schema, "description"]),
      serialization: readSerialization(node, { mediaType: named }),
      // In 2.0 the parameter is the schema, which has them already.
      ...(!own && {
        extensions: readExtensions(node),
        examples: filled([node, mediaType].flatMap((each) => readExamples(each, reader))),
      }),
    }),
    shape,
  };
}

function parameterMarks(node: Node): Pick<Parameter, "name" | "in" | "required" | "deprecated"> {
  const place = textOf(node, "in") ?? "";
  return {
    name: textOf(node, "name") ?? "",
    in: place,
    required: flagOf(node, "required") || place === "path",
    deprecated: flagOf(node, "deprecated"),
  };
}

/** What a document says itself of how a value is written; what is left to the default is not told. */
function readSerialization(
  node: Node | undefined,
  { mediaType }: { readonly mediaType?: string | undefined } = {},
): Serialization | undefined {
  const explode = child(node, "explode")?.value;
  const said = defined({
    mediaType,
    style: textOf(node, "style") ?? textOf(node, "collectionFormat"),
    explode: typeof explode === "boolean" ? explode : undefined,
    allowReserved: flagOf(node, "allowReserved") || undefined,
    allowEmptyValue: flagOf(node, "allowEmptyValue") || undefined,
  });
  return Object.keys(said).length > 0 ? said : undefined;
}

const withoutDescription = (shape: SchemaShape): SchemaShape =>
  Object.fromEntries(
    Object.entries(shape).filter(([key]) => key !== "description"),
  ) as unknown as SchemaShape;

/** A parameter read as a schema has its description already. */
const withoutMark = (node: Node): Node => ({
  ...node,
  value: Object.fromEntries(
    fieldsOf(node).flatMap(([key, { value }]) => (key === "description" ? [] : [[key, value]])),
  ),
});

/** What stands under each media type. */
export function readContent(owner: Node | undefined, reader: ShapeReader): readonly Body[] {
  return fieldsOf(child(owner, "content")).map(([mediaType, written]) => {
    const node = follow(written, reader.context.files);
    const items = child(node, "itemSchema");
    const item = items && readShape(items, reader);
    const shape =
      item && child(node, "schema") === undefined
        ? { type: "array", nullable: false, constraints: [], items: item }
        : readShape(child(node, "schema"), reader);
    const examples = readExamples(node, reader);
    const encodings = filled(readEncodings(node, reader));
    const extensions = readExtensions(node);
    return { mediaType, shape, examples, ...defined({ item, encodings, extensions }) };
  });
}

/** How the parts of a form or multipart body are written, by name or by place. */
function readEncodings(node: Node | undefined, reader: ShapeReader): readonly Encoding[] {
  const rest = child(node, "itemEncoding");
  const written: readonly (readonly [string, Node])[] = [
    ...fieldsOf(child(node, "encoding")),
    ...elementsOf(child(node, "prefixEncoding")).map(
      (each, index) => [`[${String(index)}]`, each] as const,
    ),
    ...(rest ? [["[]", rest] as const] : []),
  ];
  return written.map(([part, encoding]) => ({
    part,
    serialization:
      readSerialization(encoding, { mediaType: textOf(encoding, "contentType") }) ?? {},
    headers: readHeaders(encoding, reader),
  }));
}

export function readResponses(node: Node, reader: ShapeReader): readonly Response[] {
  const { context, from } = reader;
  const produces = mediaTypes(node, "produces", reader);
  return fieldsOf(child(node, "responses"))
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, written]) => {
      const response = follow(written, context.files);
      const schema = child(response, "schema");
      return {
        status,
        ...defined({
          summary: textOf(response, "summary"),
          description: describe(context, from, [response, "description"]),
          links: filled(readLinks(response, context, from)),
          extensions: readExtensions(response),
        }),
        headers: readHeaders(response, reader),
        bodies: schema
          ? produces.map((mediaType) => ({
              mediaType,
              shape: readShape(schema, reader),
              examples: plainExamples([child(child(response, "examples"), mediaType)]),
            }))
          : readContent(response, reader),
      };
    });
}

function readHeaders(response: Node | undefined, reader: ShapeReader): readonly Parameter[] {
  return fieldsOf(child(response, "headers")).flatMap(([name, written]) => {
    const header = follow(written, reader.context.files);
    return header ? [{ ...readParameter(header, reader), name, in: "header" }] : [];
  });
}

/** In 2.0 an operation or the document says which media types there are. */
export function mediaTypes(node: Node, field: string, { context }: ShapeReader): readonly string[] {
  const own = textsOf(child(node, field));
  const found = own.length > 0 ? own : textsOf(child(context.draft.root, field));
  return found.length > 0 ? found : ["application/json"];
}
