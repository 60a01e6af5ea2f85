import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import type { ErrorObject } from "ajv";
import { child, keyLocationOf, locationOf, type Node, pointerOf } from "../node.ts";
import { fieldNames } from "./field-names.ts";
import { relevantErrors } from "./relevant-errors.ts";

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
  const field = params.missingProperty;
  if (field !== undefined) {
    return diagnose("sources/openapi-missing-field", { field }, { location: keyLocationOf(node) });
  }
  const key = error.propertyName === undefined ? undefined : child(node, error.propertyName);
  if (key !== undefined) {
    const args = { pointer: pointerOf(key), rule: ruleOf(error) };
    return diagnose("sources/openapi-wrong-value", args, { location: keyLocationOf(key) });
  }
  const args = { pointer: error.instancePath || "/", rule: ruleOf(error) };
  return diagnose("sources/openapi-wrong-value", args, { location: locationOf(node) });
}

/** The rule as JSON Schema writes it, which is the same in every language: `minItems: 1`. */
function ruleOf({ keyword, params }: ErrorObject): string {
  const limits = Object.entries(params as Readonly<Record<string, unknown>>)
    .filter(([name]) => name !== "comparison")
    .flatMap(([, value]) => value);
  return `${keyword}: ${limits.map((limit) => (typeof limit === "string" ? limit : JSON.stringify(limit))).join(" | ")}`;
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
