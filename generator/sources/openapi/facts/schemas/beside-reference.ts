import type { SchemaShape } from "#model/api/shape.ts";
import { defined } from "../../defined.ts";

/**
 * `allOf: [X, { description }]` is how 3.0 says something beside a `$ref`, where nothing else counts:
 * shown as X, with what is said of it.
 */
export function besideReference(shape: SchemaShape): SchemaShape {
  const [all, ...more] = shape.variants ?? [];
  if (all?.keyword !== "allOf" || more.length > 0) return shape;
  const remarks = all.shapes.filter(isRemark);
  const [named, ...others] = all.shapes.filter((each) => !remarks.includes(each));
  const said = [shape, ...remarks];
  const description = said.find((each) => each.description)?.description;
  if (named?.ref === undefined || others.length > 0 || !isPlain(shape)) {
    return { ...shape, ...defined({ description }) };
  }
  const nullable = [named, ...said].some((each) => each.nullable);
  return { ...named, nullable, ...defined({ description, ...annotations(said) }) };
}

/** What the first who speaks of it says; nothing of it needs to be shown twice. */
const annotations = (said: readonly SchemaShape[]) => ({
  default: said.map((each) => each.default).find((each) => each !== undefined),
  example: said.map(({ example }) => example).find((each) => each !== undefined),
  extensions: said.map(({ extensions }) => extensions).find((each) => each !== undefined),
});

/** It says something about a value, and nothing of what that is. */
const isRemark = (shape: SchemaShape): boolean =>
  shape.ref === undefined &&
  shape.unresolved === undefined &&
  shape.variants === undefined &&
  isPlain(shape);

const isPlain = (shape: SchemaShape): boolean =>
  (shape.type === "any" || shape.type === "object") &&
  shape.constraints.length === 0 &&
  [
    ...[shape.properties, shape.required, shape.items, shape.additional],
    ...[shape.enum, shape.format, shape.discriminator, shape.externalDocs],
  ].every((part) => part === undefined);
