import {
  among,
  anything,
  both,
  closed,
  distinct,
  type Fields,
  flag,
  keyed,
  listOf,
  mapOf,
  open,
  orReference,
  type Surely,
  text,
  without,
} from "./surely.ts";
import { docs, schema } from "./surely-schema.ts";
import { securityScheme } from "./surely-security.ts";
import { isObject } from "../node.ts";

const server = open(
  {
    url: text,
    description: text,
    variables: mapOf(open({ enum: listOf(text), default: text, description: text }, ["default"])),
  },
  ["url"],
);

const example = orReference(
  open({ summary: text, description: text, value: anything, externalValue: text }),
);

const oneKindOfExample: Surely = (value) => without("example")(value) || without("examples")(value);

const content: Surely = mapOf((value) => mediaType(value));

/** A type of its own, or a serialisation with a type inside. */
function described(value: unknown): boolean {
  if (!isObject(value) || !oneKindOfExample(value)) return false;
  if (!Object.hasOwn(value, "content")) return Object.hasOwn(value, "schema");
  return (
    Object.keys(value.content as object).length === 1 &&
    without("schema", "style", "explode", "allowReserved", "example", "examples")(value)
  );
}

const serialised: Fields = {
  description: text,
  required: flag,
  deprecated: flag,
  allowEmptyValue: flag,
  explode: flag,
  allowReserved: flag,
  schema: schema,
  content,
  example: anything,
  examples: mapOf(example),
};

const headerObject = both(open({ ...serialised, style: among("simple") }), described);
const header = orReference(headerObject);

const styles: ReadonlyMap<unknown, Surely> = new Map([
  ["path", among("matrix", "label", "simple")],
  ["query", among("form", "spaceDelimited", "pipeDelimited", "deepObject")],
  ["header", among("simple")],
  ["cookie", among("form")],
]);

function located(value: unknown): boolean {
  if (!isObject(value) || (value.in === "path" && value.required !== true)) return false;
  const style = styles.get(value.in);
  return style !== undefined && (!Object.hasOwn(value, "style") || style(value.style));
}

const parameter = orReference(
  both(
    open({ ...serialised, name: text, in: text, style: text }, ["name", "in"]),
    both(described, located),
  ),
);

const parameters = both(
  listOf(parameter),
  distinct(({ $ref, in: place, name }) => $ref ?? `${String(place)} ${String(name)}`),
);

const mediaType = both(
  open({
    schema: schema,
    example: anything,
    examples: mapOf(example),
    encoding: mapOf(
      closed({
        contentType: text,
        headers: mapOf(headerObject),
        style: among("form", "spaceDelimited", "pipeDelimited", "deepObject"),
        explode: flag,
        allowReserved: flag,
      }),
    ),
  }),
  oneKindOfExample,
);

const link = orReference(
  open({
    operationId: text,
    parameters: mapOf(anything),
    requestBody: anything,
    description: text,
    server,
  }),
);

const response = orReference(
  open({ description: text, headers: mapOf(header), content, links: mapOf(link) }, ["description"]),
);

const requestBody = orReference(open({ description: text, content, required: flag }, ["content"]));

const callback = orReference(keyed(/(?:)/, (value) => pathItem(value)));

const security = listOf(mapOf(listOf(text)));

const responses = both(
  keyed(/^(?:default|[1-5](?:\d{2}|XX))$/, response),
  (value) => Object.keys(value as object).length > 0,
);

const operation = open(
  {
    tags: listOf(text),
    summary: text,
    description: text,
    externalDocs: docs,
    operationId: text,
    parameters,
    requestBody,
    responses,
    callbacks: mapOf(callback),
    deprecated: flag,
    security,
    servers: listOf(server),
  },
  ["responses"],
);

const pathItem = open({
  $ref: text,
  summary: text,
  description: text,
  servers: listOf(server),
  parameters,
  get: operation,
  put: operation,
  post: operation,
  delete: operation,
  options: operation,
  head: operation,
  patch: operation,
  trace: operation,
});

const tag = open({ name: text, description: text, externalDocs: docs }, ["name"]);

const document = open(
  {
    openapi: (value) => text(value) && /^3\.0\.\d(-.+)?$/.test(String(value)),
    info: open(
      {
        title: text,
        description: text,
        termsOfService: text,
        contact: open({ name: text, url: text, email: text }),
        license: open({ name: text, url: text }, ["name"]),
        version: text,
      },
      ["title", "version"],
    ),
    externalDocs: docs,
    servers: listOf(server),
    security,
    tags: both(
      listOf(tag),
      distinct(({ name }) => name),
    ),
    paths: keyed(/^\//, pathItem),
    components: open({
      schemas: mapOf(schema),
      responses: mapOf(response),
      parameters: mapOf(parameter),
      examples: mapOf(example),
      requestBodies: mapOf(requestBody),
      headers: mapOf(header),
      securitySchemes: mapOf(securityScheme),
      links: mapOf(link),
      callbacks: mapOf(callback),
    }),
  },
  ["openapi", "info", "paths"],
);

/** Whether a document surely is as OpenAPI 3.0 wants it; `false` when nobody can say at a glance. */
export function isSurelyValid(value: unknown): boolean {
  try {
    return document(value);
  } catch (error) {
    // Nested deeper than the stack of calls reaches.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
