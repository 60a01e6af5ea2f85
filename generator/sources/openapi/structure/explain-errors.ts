import { expectationOf } from "#data/index.ts";
import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import type { ErrorObject } from "ajv";
import { child, keyLocationOf, locationOf, type Node } from "../node.ts";
import { fieldNames } from "./field-names.ts";
import { relevantErrors } from "./relevant-errors.ts";
import { wrongValue } from "./wrong-value.ts";

/** The complaints of the specification's schema, each at the line that a person has to mend. */
export function explainErrors(errors: readonly ErrorObject[], root: Node): readonly Diagnostic[] {
  return relevantErrors(errors).map((error) => explain(error, root));
}

function explain(error: ErrorObject, root: Node): Diagnostic {
  const node = nodeAt(root, error.instancePath);
  const params = error.params as Readonly<Record<string, string | undefined>>;
  const unknown = params.additionalProperty ?? params.unevaluatedProperty;
  if (unknown !== undefined) {
    const location = keyLocationOf(child(node, unknown) ?? node);
    const suggestions = suggest(unknown, fieldNames);
    const extras = { location, target: unknown, ...(suggestions.length > 0 && { suggestions }) };
    return diagnose("sources/openapi-unknown-field", { field: unknown }, extras);
  }
  if (params.missingProperty !== undefined) {
    const fields = params.missingProperty.split(" | ");
    return diagnose("sources/openapi-missing-field", { fields }, { location: keyLocationOf(node) });
  }
  const key = error.propertyName === undefined ? undefined : child(node, error.propertyName);
  const wrong = key ?? node;
  const location = key === undefined ? locationOf(node) : keyLocationOf(key);
  return wrongValue(wrong, expectationOf(error), {
    location,
    found: key === undefined ? node.value : key.key,
  });
}

/** The value at a JSON pointer, or the nearest above it. */
function nodeAt(root: Node, pointer: string): Node {
  let node = root;
  for (const part of pointer.split("/").slice(1)) {
    const next = child(node, part.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (next === undefined) return node;
    node = next;
  }
  return node;
}
