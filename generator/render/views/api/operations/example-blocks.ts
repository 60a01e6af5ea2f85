import type { SchemaShape } from "#model/api/shape.ts";
import type { Body, Example } from "#model/api/items.ts";
import type { Block, LinkText, PageContext } from "../../../view.ts";
import { type Direction, exampleValue } from "../examples/example-value.ts";
import { isJson } from "../examples/sample-body.ts";

/** An example as pages place it. */
export interface ExampleBlock {
  readonly name: string;
  readonly language: string;
  readonly text: string;
  readonly serialized: string;
  readonly address: string;
  readonly description: Block;
  readonly generated: boolean;
  /** Where the page has shown the same text before, which then stands there alone. */
  readonly same: LinkText | "";
}

/** A given example; those that lie elsewhere are named by their address. */
export function exampleBlock(example: Example, context: PageContext): ExampleBlock {
  const { name, text, serialized = "", address = "", description } = example;
  const language = /^\s*[[{"]/.test(text) ? "json" : "text";
  return {
    name,
    language,
    text,
    serialized,
    address,
    description: context.prose(description, 4),
    generated: false,
    same: "",
  };
}

/** One that is made of the schema, where nobody gave any. */
export function generatedExample(
  shape: SchemaShape,
  direction: Direction,
  context: PageContext,
): readonly ExampleBlock[] {
  const value = exampleValue(shape, context.graph, direction);
  if (value === undefined || typeof value !== "object" || value === null) return [];
  const text = JSON.stringify(value, null, 2);
  if (text.length < 5) return [];
  return [{ ...exampleBlock({ name: "", text }, context), generated: true }];
}

/** The examples of a body, or one that is made where JSON is sent and nobody gave any. */
export function examplesOf(
  body: Body,
  direction: "request" | "response",
  context: PageContext,
): readonly ExampleBlock[] {
  if (body.examples.length > 0) return body.examples.map((each) => exampleBlock(each, context));
  return isJson(body.mediaType) ? generatedExample(body.shape, direction, context) : [];
}
