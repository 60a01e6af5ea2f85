import type { SchemaShape } from "#model/api/shape.ts";
import type { Body, Operation } from "#model/api/items.ts";
import type { Graph } from "#model/graph.ts";
import { exampleValue } from "./example-value.ts";

/** What a call carries, by how it is written. */
export type SampleBody =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "form" | "multipart"; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file" };

/** What stands for the bytes of a file in a form. */
export const binaryPart = "(binary)";

/** JSON where there is a choice, for that is what most clients send. */
export const pickBody = ({ bodies }: Pick<Operation, "bodies">): Body | undefined =>
  bodies.find(({ mediaType }) => isJson(mediaType)) ?? bodies[0];

export const isJson = (mediaType: string): boolean => /[/+]json\b/i.test(mediaType);

/** A body that the API would take. */
export function sampleBody(body: Body, graph: Graph): SampleBody {
  const { mediaType, shape, examples } = body;
  if (isJson(mediaType)) return { kind: "json", value: jsonValue(body, graph) };
  const [given] = examples;
  const text = given?.serialized ?? given?.text ?? "";
  if (text !== "") return { kind: "text", text };
  const kind = formKind(mediaType);
  if (kind !== undefined) return { kind, fields: formFields(shape, graph) };
  return /^text\//i.test(mediaType) ? { kind: "text", text: "text" } : { kind: "file" };
}

function formFields(shape: SchemaShape, graph: Graph): readonly (readonly [string, string])[] {
  const value = exampleValue(shape, graph, "request");
  const fields = Object.entries(typeof value === "object" && value !== null ? value : {});
  return fields.map(([name, each]) => [
    name,
    typeof each === "string" ? each : JSON.stringify(each),
  ]);
}

function formKind(mediaType: string): "form" | "multipart" | undefined {
  if (/^application\/x-www-form-urlencoded/i.test(mediaType)) return "form";
  return /^multipart\//i.test(mediaType) ? "multipart" : undefined;
}

/** The first given example when it is JSON, else one that is made. */
function jsonValue({ shape, examples }: Body, graph: Graph): unknown {
  const given = examples.find(({ address, text }) => address === undefined && text !== "");
  if (given === undefined) return exampleValue(shape, graph, "request") ?? {};
  try {
    return JSON.parse(given.text) as unknown;
  } catch {
    return given.text;
  }
}
