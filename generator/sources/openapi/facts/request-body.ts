import type { Body, Operation } from "#model/api/items.ts";
import { defined } from "../defined.ts";
import { child, flagOf, type Node, textOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { describe } from "./context.ts";
import { mediaTypes, readContent, readParameter } from "./operation-parts.ts";
import { readShape } from "./schemas/schema-shape.ts";
import type { ShapeReader } from "./schemas/shape-reader.ts";

type RequestBody = Pick<Operation, "bodies" | "bodyRequired" | "bodyDescription">;

/** What a request carries: `requestBody` since 3.0, in 2.0 the parameters in `body` or `formData`. */
export function readRequestBody(
  node: Node,
  parameters: readonly Node[],
  reader: ShapeReader,
): RequestBody {
  const { context, from } = reader;
  const written = child(node, "requestBody");
  if (written) {
    const body = follow(written, context.files);
    return {
      bodies: readContent(body, reader),
      bodyRequired: flagOf(body, "required"),
      ...defined({ bodyDescription: describe(context, from, [body, "description"]) }),
    };
  }
  const body = parameters.find((parameter) => textOf(parameter, "in") === "body");
  if (body === undefined) return readForm(node, parameters, reader);
  const shape = readShape(child(body, "schema"), reader);
  return {
    bodies: mediaTypes(node, "consumes", reader).map((mediaType): Body => ({
      mediaType,
      shape,
      examples: [],
    })),
    bodyRequired: flagOf(body, "required"),
    ...defined({ bodyDescription: describe(context, from, [body, "description"]) }),
  };
}

function readForm(node: Node, parameters: readonly Node[], reader: ShapeReader): RequestBody {
  const fields = parameters.filter((parameter) => textOf(parameter, "in") === "formData");
  if (fields.length === 0) return { bodies: [], bodyRequired: false };
  const properties = fields.map((field) => {
    const { name, required, deprecated, shape, description } = readParameter(field, reader);
    const full = { ...shape, ...defined({ description }) };
    return { name, required, deprecated, readOnly: false, writeOnly: false, shape: full };
  });
  const shape = { type: "object", nullable: false, constraints: [], properties };
  const forms = mediaTypes(node, "consumes", reader).filter((type) => type !== "application/json");
  const types = forms.length > 0 ? forms : ["application/x-www-form-urlencoded"];
  return {
    bodies: types.map((mediaType) => ({ mediaType, shape, examples: [] })),
    bodyRequired: properties.some(({ required }) => required),
  };
}
