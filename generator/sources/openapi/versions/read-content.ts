import type {
  BodyVersion,
  ContentVersion,
  JsonSchema,
  ResponseVersion,
} from "#model/api/version.ts";
import { child, elementsOf, fieldsOf, flagOf, type Node, textOf, textsOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { readParameterVersion, type VersionReader } from "./read-parameters.ts";

/** What a request carries: a `requestBody`, or up to 2.0 the parameters in `body` or `formData`. */
export function readBodyVersion(
  operation: Node,
  parameters: readonly Node[],
  reader: VersionReader,
): BodyVersion | undefined {
  const written = child(operation, "requestBody");
  if (written) {
    const body = follow(written, reader.files);
    return { required: flagOf(body, "required"), contents: readContents(body, reader) };
  }
  const types = mediaTypesOf(operation, "consumes", reader);
  const [body] = parameters.filter((each) => textOf(each, "in") === "body");
  if (body) {
    const schema = schemaUnder(body, reader);
    const contents = types.map((mediaType) => ({ mediaType, ...schema }));
    return { required: flagOf(body, "required"), contents };
  }
  return readFormVersion(parameters, types, reader);
}

function readFormVersion(
  parameters: readonly Node[],
  types: readonly string[],
  reader: VersionReader,
): BodyVersion | undefined {
  const fields = parameters
    .filter((each) => textOf(each, "in") === "formData")
    .map((each) => readParameterVersion(each, reader));
  if (fields.length === 0) return undefined;
  const required = fields.filter((each) => each.required).map(({ name }) => name);
  const properties = Object.fromEntries(fields.map(({ name, schema }) => [name, schema]));
  const schema: JsonSchema = { type: "object", properties, required };
  return {
    required: required.length > 0,
    contents: types.map((mediaType) => ({ mediaType, schema })),
  };
}

/** What each status answers; one that is described nowhere answers nothing. */
export function readResponseVersions(
  operation: Node,
  reader: VersionReader,
): readonly ResponseVersion[] {
  return fieldsOf(child(operation, "responses"))
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, written]) => {
      const response = follow(written, reader.files);
      return {
        status: status.toUpperCase() === "DEFAULT" ? "default" : status.toUpperCase(),
        headers: fieldsOf(child(response, "headers")).flatMap(([name, each]) => {
          const header = follow(each, reader.files);
          return header ? [{ ...readParameterVersion(header, reader), name, in: "header" }] : [];
        }),
        contents: answers(operation, response, reader),
      };
    });
}

function answers(
  operation: Node,
  response: Node | undefined,
  reader: VersionReader,
): readonly ContentVersion[] {
  const isOldStyle = child(response, "schema") !== undefined;
  if (!isOldStyle) return readContents(response, reader);
  const schema = schemaUnder(response, reader);
  return mediaTypesOf(operation, "produces", reader).map((mediaType) => ({ mediaType, ...schema }));
}

function readContents(owner: Node | undefined, reader: VersionReader): readonly ContentVersion[] {
  return fieldsOf(child(owner, "content")).map(([mediaType, written]) => {
    const node = follow(written, reader.files);
    const items = child(node, "itemSchema");
    const streamed = items && { type: "array", items: reader.readSchema(items) };
    return {
      mediaType: mediaType.toLowerCase(),
      ...(streamed ? { schema: streamed } : schemaUnder(node, reader)),
    };
  });
}

function schemaUnder(
  owner: Node | undefined,
  { readSchema }: VersionReader,
): { readonly schema?: JsonSchema } {
  const schema = child(owner, "schema");
  return schema ? { schema: readSchema(schema) } : {};
}

/** In 2.0 the operation says which media types there are, else the document. */
function mediaTypesOf(operation: Node, field: string, { root }: VersionReader): readonly string[] {
  const [own, shared] = [operation, root].map((each) => textsOf(child(each, field)));
  const isSaid = elementsOf(child(operation, field)).length > 0;
  const types = (isSaid ? own : shared) ?? [];
  return types.length > 0 ? types.map((type) => type.toLowerCase()) : ["application/json"];
}
