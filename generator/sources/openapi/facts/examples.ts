import type { Example } from "#model/api/items.ts";
import type { ItemId } from "#model/item.ts";
import { defined } from "../defined.ts";
import { child, elementsOf, fieldsOf, type Node, textOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { describe, type DocumentContext } from "./context.ts";

/** The item that shows an example, and where it is read. */
interface Mention {
  readonly context: DocumentContext;
  readonly from: ItemId;
}

/** The examples of a media type, parameter or schema, given one by one, by name or in a list. */
export function readExamples(
  node: Node | undefined,
  { context, from }: Mention,
): readonly Example[] {
  const single = child(node, "example");
  const examples = child(node, "examples");
  return [
    ...plainExamples([single, ...elementsOf(examples)]),
    ...fieldsOf(examples).flatMap(([name, written]) => {
      const example = follow(written, context.files);
      return example === undefined ? [] : (namedExample([name, example], { context, from }) ?? []);
    }),
  ];
}

/** 3.2 tells the value from the text that is sent; what lies elsewhere is known by its address. */
function namedExample(
  [key, node]: readonly [string, Node],
  { context, from }: Mention,
): Example | undefined {
  const value = child(node, "value") ?? child(node, "dataValue");
  const serialized = textOf(node, "serializedValue");
  const address = textOf(node, "externalValue");
  if (value === undefined && serialized === undefined && address === undefined) return undefined;
  return {
    name: textOf(node, "summary") ?? key,
    text: value === undefined ? (serialized ?? "") : exampleText(value.value),
    ...defined({
      description: describe(context, from, [node, "description"]),
      serialized: value === undefined ? undefined : serialized,
      address,
    }),
  };
}

/** Values that stand for themselves. */
export const plainExamples = (values: readonly (Node | undefined)[]): readonly Example[] =>
  values.flatMap((node) =>
    node === undefined ? [] : [{ name: "", text: exampleText(node.value) }],
  );

const exampleText = (value: unknown): string =>
  typeof value === "string" ? value : formatJson(value);

/** A list of nothing but numbers stands on one line: coordinates fill pages otherwise. */
const formatJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /\[\n([-+.\deE,\s]+)\]/g,
    (_, numbers: string) => `[${numbers.trim().replace(/\s+/g, " ")}]`,
  );
