import { itemId } from "#model/item.ts";
import { defined } from "../../defined.ts";
import type { NamedSchema } from "../../names.ts";
import { keyLocationOf, textOf } from "../../node.ts";
import { addItem, type DocumentContext, readTraces, refer } from "../context.ts";
import { readExamples } from "../examples.ts";
import { readShape } from "./schema-shape.ts";

/** Reports every schema that has a name, once, however many references lead to it. */
export function addSchemas(context: DocumentContext): void {
  const schemas = new Map([...context.names.schemas.values()].map((each) => [each.id, each]));
  for (const schema of schemas.values()) addSchema(context, schema);
}

function addSchema(context: DocumentContext, { id, name, node }: NamedSchema): void {
  const { api } = context.names;
  const location = keyLocationOf(node);
  refer(context, { from: id, role: "part-of", to: itemId("api", api) }, location);
  readTraces(context, id, node);
  const { description, ...shape } = readShape(node, { context, from: id, role: "uses", depth: 0 });
  addItem(context, {
    kind: "schema",
    id,
    title: name,
    location,
    ...defined({ description }),
    attributes: {
      api,
      name,
      shape,
      examples: readExamples(node, { context, from: id }),
      ...defined({ label: labelOf(textOf(node, "title"), name) }),
    },
  });
}

/** A title says something only when it is not the name again. */
const labelOf = (title: string | undefined, name: string): string | undefined =>
  title === undefined || title.trim() === "" || title.trim() === name ? undefined : title.trim();
