/** What an OpenAPI document is made of; the names are those of the specification. */
export type ObjectType =
  | "document"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "response"
  | "mediaType"
  | "encoding"
  | "header"
  | "example"
  | "link"
  | "callback"
  | "securityScheme"
  | "schema";

/** How often a type stands under a field: once, in a list, under names, or once or in a list. */
type Arrangement = "one" | "list" | "map" | "one or list";

export type Field = readonly [ObjectType, Arrangement];

const operation: Field = ["operation", "one"];
const schema: Field = ["schema", "one"];
const schemas: Field = ["schema", "list"];
const namedSchemas: Field = ["schema", "map"];
const parameters: Field = ["parameter", "list"];
const headers: Field = ["header", "map"];
const content: Field = ["mediaType", "map"];
const examples: Field = ["example", "map"];
const encoding: Field = ["encoding", "one"];
const encodings: Record<string, Field> = {
  encoding: ["encoding", "map"],
  prefixEncoding: ["encoding", "list"],
  itemEncoding: encoding,
};

/**
 * Where objects stand within objects, in every version from 2.0 to 3.2. Only here is a `$ref` a
 * reference: inside an example, a default or an extension it is data. The field `*` is every field.
 */
export const grammar: Readonly<Record<ObjectType, Readonly<Record<string, Field>>>> = {
  document: {
    paths: ["pathItem", "map"],
    webhooks: ["pathItem", "map"],
    "x-webhooks": ["pathItem", "map"],
    components: ["components", "one"],
    definitions: namedSchemas,
    parameters: ["parameter", "map"],
    responses: ["response", "map"],
  },
  components: {
    schemas: namedSchemas,
    responses: ["response", "map"],
    parameters: ["parameter", "map"],
    examples,
    requestBodies: ["requestBody", "map"],
    headers,
    securitySchemes: ["securityScheme", "map"],
    links: ["link", "map"],
    callbacks: ["callback", "map"],
    pathItems: ["pathItem", "map"],
    mediaTypes: content,
  },
  pathItem: {
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
    query: operation,
    additionalOperations: ["operation", "map"],
    parameters,
  },
  operation: {
    parameters,
    requestBody: ["requestBody", "one"],
    responses: ["response", "map"],
    callbacks: ["callback", "map"],
  },
  parameter: { schema, items: schema, content, examples },
  header: { schema, items: schema, content, examples },
  requestBody: { content },
  response: { headers, content, schema, links: ["link", "map"] },
  mediaType: { schema, itemSchema: schema, examples, ...encodings },
  encoding: { headers, ...encodings },
  callback: { "*": ["pathItem", "one"] },
  example: {},
  link: {},
  securityScheme: {},
  schema: {
    properties: namedSchemas,
    patternProperties: namedSchemas,
    dependentSchemas: namedSchemas,
    $defs: namedSchemas,
    definitions: namedSchemas,
    items: ["schema", "one or list"],
    prefixItems: schemas,
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    not: schema,
    if: schema,
    then: schema,
    else: schema,
    contains: schema,
    propertyNames: schema,
    contentSchema: schema,
    additionalItems: schema,
    additionalProperties: schema,
    unevaluatedItems: schema,
    unevaluatedProperties: schema,
  },
};

/** What stands under a key of an object; nothing that the specification knows, or an extension. */
export function fieldAt(type: ObjectType, key: string): Field | undefined {
  const fields = grammar[type];
  if (Object.hasOwn(fields, "*")) return key.startsWith("x-") ? undefined : fields["*"];
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
