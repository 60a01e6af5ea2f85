import { constraintKeywords } from "#model/api/shape.ts";
import { isObject, type Node } from "../../node.ts";

/** What a schema may say beyond its type, by what reads it. */
export type SchemaPart =
  | "additional"
  | "constraints"
  | "description"
  | "extensions"
  | "externalDocs"
  | "items"
  | "properties"
  | "values"
  | "variants";

const parts: Readonly<Partial<Record<SchemaPart, readonly string[]>>> = {
  additional: ["additionalProperties", "unevaluatedProperties"],
  constraints: constraintKeywords,
  description: ["description"],
  externalDocs: ["externalDocs"],
  items: ["items"],
  properties: ["properties", "patternProperties", "required"],
  values: ["const", "enum"],
  variants: [
    ...["allOf", "oneOf", "anyOf", "prefixItems", "not", "if", "then", "else"],
    ...["contains", "propertyNames", "dependentSchemas", "discriminator"],
  ],
};

const byKeyword: ReadonlyMap<string, SchemaPart> = new Map(
  Object.entries(parts).flatMap(([part, keywords]) =>
    keywords.map((keyword) => [keyword, part as SchemaPart] as const),
  ),
);

/** The parts that a schema has: most have one or two of them, and the others need no asking. */
export function partsOf({ value }: Node): ReadonlySet<SchemaPart> {
  const found = new Set<SchemaPart>();
  if (!isObject(value)) return found;
  for (const keyword of Object.keys(value)) {
    const part = byKeyword.get(keyword);
    if (part !== undefined) found.add(part);
    else if (keyword.startsWith("x-")) found.add("extensions");
  }
  return found;
}
