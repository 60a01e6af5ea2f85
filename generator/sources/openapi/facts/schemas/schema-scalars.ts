import { type Constraint, constraintKeywords, type SchemaShape } from "#model/api/shape.ts";
import { defined } from "../../defined.ts";
import {
  child,
  elementsOf,
  flagOf,
  isObject,
  type Node,
  textOf,
  textsOf,
  valueOf,
} from "../../node.ts";
import type { SchemaPart } from "./schema-parts.ts";

type Scalars = Pick<
  SchemaShape,
  "type" | "format" | "nullable" | "constraints" | "enum" | "default" | "title" | "example"
>;

/** What a schema says of a single value. */
export function readScalars(node: Node, parts: ReadonlySet<SchemaPart>): Scalars {
  const types = typesOf(node);
  const values = parts.has("values") ? enumOf(node) : undefined;
  return {
    type: types.filter((type) => type !== "null").join(" | ") || guessType(node),
    nullable:
      types.includes("null") ||
      flagOf(node, "nullable") ||
      flagOf(node, "x-nullable") ||
      values?.includes("null") === true,
    constraints: parts.has("constraints") ? constraintsOf(node) : none,
    ...defined({
      format: textOf(node, "format"),
      enum: values?.filter((value) => value !== "null"),
      default: jsonOf(child(node, "default")),
      title: textOf(node, "title"),
      example: jsonOf(child(node, "example") ?? child(child(node, "examples"), 0)),
    }),
  };
}

const none: readonly Constraint[] = [];

function typesOf(node: Node): readonly string[] {
  const type = valueOf(node, "type");
  return typeof type === "string" ? [type] : textsOf(child(node, "type"));
}

/** A schema without a `type` still says by its other keywords what it is about. */
function guessType(node: Node): string {
  const kinds = new Set(valuesOf(node).map(({ value }) => kindOf(value)));
  kinds.delete("null");
  if (kinds.size > 0) return [...kinds].join(" | ");
  if (textsOf({ ...node, value: typesOf(node) }).includes("null")) return "null";
  if (child(node, "properties") ?? child(node, "additionalProperties")) return "object";
  return child(node, "items") ? "array" : "any";
}

const jsonOf = (node: Node | undefined): string | undefined =>
  node === undefined ? undefined : JSON.stringify(node.value);

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** The only values that there may be. */
function valuesOf(node: Node): readonly Node[] {
  const constant = child(node, "const");
  return constant ? [constant] : elementsOf(child(node, "enum"));
}

function enumOf(node: Node): readonly string[] | undefined {
  const values = valuesOf(node);
  return values.length > 0 ? values.flatMap((value) => jsonOf(value) ?? []) : undefined;
}

function constraintsOf(node: Node): readonly Constraint[] {
  const written = node.value;
  if (!isObject(written)) return [];
  const keywords = constraintKeywords.filter((keyword) => Object.hasOwn(written, keyword));
  return keywords.flatMap((keyword): readonly Constraint[] => {
    const value = written[keyword];
    if (value === undefined || value === false || isReplaced(keyword, node)) return [];
    // Up to 3.0 `exclusiveMinimum: true` makes the minimum itself an excluded one.
    const limit =
      keyword.startsWith("exclusive") && value === true ? limitOf(keyword, node) : value;
    return limit === undefined ? [] : [{ keyword, value: asText(limit) }];
  });
}

const limitOf = (keyword: string, node: Node): unknown =>
  child(node, keyword === "exclusiveMinimum" ? "minimum" : "maximum")?.value;

const isReplaced = (keyword: string, node: Node): boolean =>
  (keyword === "minimum" && flagOf(node, "exclusiveMinimum")) ||
  (keyword === "maximum" && flagOf(node, "exclusiveMaximum"));

/** `cartao → validade, codigo` and `name=gato, attribute=true` for limits that are objects. */
function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (!isObject(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, each]) =>
      Array.isArray(each) ? `${key} → ${each.join(", ")}` : `${key}=${asText(each)}`,
    )
    .join(", ");
}
