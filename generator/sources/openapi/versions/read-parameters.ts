import type { JsonSchema, Lifecycle, ParameterVersion } from "#model/api/version.ts";
import { defined } from "../defined.ts";
import type { FoundOperation } from "../draft.ts";
import { child, elementsOf, fieldsOf, flagOf, type Node, textOf } from "../node.ts";
import type { ProjectFiles } from "../references/project-files.ts";
import { follow } from "../references/survey.ts";

/** A document while it is put in the words of `ApiVersion`. */
export interface VersionReader {
  readonly root: Node;
  readonly files: ProjectFiles;
  readonly readSchema: (node: Node) => JsonSchema;
  /** Remembers where a part came from. */
  readonly remember: <Part extends object>(part: Part, node: Node) => Part;
}

/** The parameters of an operation, those of its path among them where it has none of its own. */
export function parametersOf(
  { node, pathItem }: Pick<FoundOperation, "node" | "pathItem">,
  files: ProjectFiles,
): readonly Node[] {
  const written = [node, pathItem].flatMap((owner) => elementsOf(child(owner, "parameters")));
  const found = written.flatMap((each) => follow(each, files) ?? []);
  const identity = (each: Node) => `${textOf(each, "in") ?? ""} ${textOf(each, "name") ?? ""}`;
  return [...Map.groupBy(found, identity).values()].flatMap(([first]) => first ?? []);
}

/** A parameter or a header; up to 2.0 its type stands on itself. */
export function readParameterVersion(node: Node, reader: VersionReader): ParameterVersion {
  const [content] = fieldsOf(child(node, "content"));
  const schema = child(node, "schema") ?? child(content?.[1], "schema");
  const place = textOf(node, "in") ?? "";
  const isOwn = schema === undefined && content === undefined;
  const parameter: ParameterVersion = {
    name: textOf(node, "name") ?? "",
    in: place,
    required: flagOf(node, "required") || place === "path",
    lifecycle: lifecycleOf(node),
    style: content ? content[0] : styleOf(node, place),
    schema: schema ? reader.readSchema(schema) : isOwn ? reader.readSchema(node) : true,
  };
  return reader.remember(parameter, node);
}

function styleOf(node: Node, place: string): string {
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const style = textOf(node, "style") ?? textOf(node, "collectionFormat") ?? usual;
  const explodes = child(node, "explode")?.value ?? style === "form";
  return explodes === true ? `${style} exploded` : style;
}

export const lifecycleOf = (node: Node): Lifecycle => ({
  deprecated: flagOf(node, "deprecated"),
  ...defined({
    sunset: textOf(node, "x-sunset"),
    stability: textOf(node, "x-stability-level"),
  }),
});
