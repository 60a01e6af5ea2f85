import type { Dialect } from "../dialect.ts";

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

const methods = words("get put post delete options head patch trace query");

/** The fields that OpenAPI 2.0 to 3.2 know in each kind of place. */
const fields = {
  document: words(`openapi info jsonSchemaDialect servers paths webhooks components security tags
    externalDocs swagger host basePath schemes consumes produces definitions parameters responses
    securityDefinitions`),
  info: words("title summary description termsOfService contact license version"),
  contact: words("name url email"),
  license: words("name identifier url"),
  server: words("url description variables name"),
  variable: words("enum default description"),
  components: words(`schemas responses parameters examples requestBodies headers securitySchemes
    links callbacks pathItems mediaTypes`),
  "path-item": [...methods, ...words("$ref summary description servers parameters")],
  operation: words(`tags summary description externalDocs operationId parameters requestBody
    responses callbacks deprecated security servers consumes produces schemes`),
  parameter: words(`name in description required deprecated allowEmptyValue style explode
    allowReserved schema example examples content type format items collectionFormat default enum
    maximum minimum maxLength minLength pattern $ref`),
  "request-body": words("description content required $ref"),
  "media-type": words("schema example examples encoding itemSchema"),
  encoding: words("contentType headers style explode allowReserved"),
  response: words("description headers content links schema examples summary $ref"),
  example: words("summary description value externalValue $ref"),
  link: words("operationRef operationId parameters requestBody description server $ref"),
  header: words(`description required deprecated style explode schema example examples content type
    format items default enum $ref`),
  tag: words("name summary description externalDocs parent kind"),
  "external-docs": words("description url"),
  discriminator: words("propertyName mapping defaultMapping"),
  xml: words("name namespace prefix attribute wrapped nodeType"),
  "security-scheme": words(`type description name in scheme bearerFormat flows openIdConnectUrl flow
    authorizationUrl tokenUrl scopes $ref`),
  flows: words("implicit password clientCredentials authorizationCode"),
  flow: words("authorizationUrl tokenUrl refreshUrl scopes"),
  schema: words(`title description type format enum default properties required items
    additionalProperties allOf anyOf oneOf not nullable readOnly writeOnly deprecated discriminator
    xml externalDocs example multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength
    minLength pattern maxItems minItems uniqueItems maxProperties minProperties $ref`),
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Place = keyof typeof fields;

/** By the key that holds the object. */
const byKey: Readonly<Record<string, Place>> = {
  "": "document",
  ...{ info: "info", contact: "contact", license: "license", components: "components" },
  ...{ requestBody: "request-body", schema: "schema", items: "schema", not: "schema" },
  ...{ additionalProperties: "schema", externalDocs: "external-docs", xml: "xml" },
  ...{ discriminator: "discriminator", flows: "flows", server: "server" },
};

/** By the key that holds the mapping or list in which the object lies. */
const byParent: Readonly<Record<string, Place>> = {
  ...{ paths: "path-item", webhooks: "path-item", pathItems: "path-item" },
  ...{ parameters: "parameter", requestBodies: "request-body", content: "media-type" },
  ...{ responses: "response", headers: "header", examples: "example", links: "link" },
  ...{ servers: "server", variables: "variable", tags: "tag", encoding: "encoding" },
  ...{ securitySchemes: "security-scheme", securityDefinitions: "security-scheme", flows: "flow" },
  ...{ schemas: "schema", definitions: "schema", properties: "schema" },
  ...{ allOf: "schema", anyOf: "schema", oneOf: "schema" },
};

function placeOf(pointer: string): Place | undefined {
  const [key = "", parent = "", above = ""] = pointer.split("/").reverse();
  if (above === "callbacks") return "path-item";
  const isMethod = methods.includes(key) && byParent[above] === "path-item";
  return isMethod ? "operation" : (byParent[parent] ?? byKey[key]);
}

/** What may stand in the object at a JSON pointer: a misspelt field was meant to be one of these. */
export function fieldsAt(pointer: string): readonly string[] {
  const place = placeOf(pointer);
  return place === undefined ? [] : fields[place];
}

const newKeywords =
  words(`$anchor $comment $defs $dynamicAnchor $dynamicRef $id $schema const contains
  contentEncoding contentMediaType contentSchema dependentRequired dependentSchemas else examples if
  maxContains minContains patternProperties prefixItems propertyNames then unevaluatedItems
  unevaluatedProperties`);

const newFields: Readonly<Partial<Record<Place, readonly string[]>>> = {
  document: ["jsonSchemaDialect", "webhooks"],
  components: ["pathItems"],
  info: ["summary"],
  license: ["identifier"],
  schema: newKeywords,
};

/** The version that brought a field, for a document that is older. */
export function sinceOf(pointer: string, field: string, family: Dialect["family"]): string {
  const place = placeOf(pointer);
  const isNew = place !== undefined && (newFields[place] ?? []).includes(field);
  return isNew && (family === "2.0" || family === "3.0") ? "3.1" : "";
}
