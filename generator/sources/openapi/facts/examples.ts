import type { Example } from "#model/api.ts";
import { child, elementsOf, fieldsOf, type Node, textOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import type { DocumentContext } from "./context.ts";

/** The examples of a media type or schema, given one by one, by name or in a list. */
export function readExamples(
  node: Node | undefined,
  { files }: DocumentContext,
): readonly Example[] {
  const single = child(node, "example");
  const listed = elementsOf(child(node, "examples"));
  const named = fieldsOf(child(node, "examples")).map(([name, written]) => {
    const example = follow(written, files);
    return [textOf(example, "summary") ?? name, valueOf(example)] as const;
  });
  return namedExamples([["", single], ...listed.map((value) => ["", value] as const), ...named]);
}

/** 3.2 tells the value from the text that is sent; what lies elsewhere is shown by its address. */
const valueOf = (example: Node | undefined): Node | undefined =>
  ["value", "dataValue", "serializedValue", "externalValue"]
    .map((field) => child(example, field))
    .find((value) => value !== undefined);

export const namedExamples = (
  values: readonly (readonly [string, Node | undefined])[],
): readonly Example[] =>
  values.flatMap(([name, node]) => {
    if (node === undefined) return [];
    return [{ name, text: typeof node.value === "string" ? node.value : formatJson(node.value) }];
  });

/** A list of nothing but numbers stands on one line: coordinates fill pages otherwise. */
const formatJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /\[\n([-+.\deE,\s]+)\]/g,
    (_, numbers: string) => `[${numbers.trim().replace(/\s+/g, " ")}]`,
  );
