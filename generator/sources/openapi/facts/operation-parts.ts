import type { Body, Parameter, Response, SchemaShape, SecurityRequirement } from "#model/api.ts";
import { defined } from "../defined.ts";
import type { FoundOperation } from "../draft.ts";
import { child, elementsOf, fieldsOf, flagOf, type Node, textOf, textsOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { describe } from "./context.ts";
import { namedExamples, readExamples } from "./examples.ts";
import { readShape, type ShapeReader } from "./schema-shape.ts";

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

/** In 2.0 the type stands on the parameter itself; there and later one media type may carry it. */
export function readParameter(node: Node, reader: ShapeReader): Parameter {
  const [, mediaType] = fieldsOf(child(node, "content"))[0] ?? [];
  const schema = child(node, "schema") ?? child(mediaType, "schema");
  const place = textOf(node, "in") ?? "";
  const own = schema === undefined && mediaType === undefined;
  const shape = withoutDescription(readShape(own ? withoutMark(node) : schema, reader));
  const description =
    describe(reader.context, reader.from, [node, "description"]) ??
    describe(reader.context, reader.from, [schema, "description"]);
  return {
    name: textOf(node, "name") ?? "",
    in: place,
    required: flagOf(node, "required") || place === "path",
    deprecated: flagOf(node, "deprecated"),
    ...defined({ description }),
    shape,
  };
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
    const shape = items
      ? { type: "array", nullable: false, constraints: [], items: readShape(items, reader) }
      : readShape(child(node, "schema"), reader);
    return { mediaType, shape, examples: readExamples(node, reader.context) };
  });
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
          description:
            describe(context, from, [response, "description"]) ??
            describe(context, from, [response, "summary"]),
        }),
        headers: readHeaders(response, reader),
        bodies: schema
          ? produces.map((mediaType) => ({
              mediaType,
              shape: readShape(schema, reader),
              examples: namedExamples([["", child(child(response, "examples"), mediaType)]]),
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

/** Each alternative is enough; an operation replaces what its document says. */
export function readSecurity(node: Node, root: Node): readonly SecurityRequirement[] {
  const requirements = child(node, "security") ?? child(root, "security");
  return elementsOf(requirements).map((requirement) =>
    fieldsOf(requirement).map(([scheme, scopes]) => ({ scheme, scopes: textsOf(scopes) })),
  );
}
