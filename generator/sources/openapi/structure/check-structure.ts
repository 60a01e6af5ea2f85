import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type SwaggerParser from "@apidevtools/swagger-parser";
import type { ErrorObject } from "ajv";
import type { Dialect } from "../dialect.ts";
import { child, isObject, keyLocationOf, locationOf, type Node } from "../node.ts";
import { compareWithSchema } from "./compare-with-schema.ts";
import { explainErrors } from "./explain-errors.ts";
import { isSurelyValid } from "./surely-valid.ts";

/**
 * Compares a document with the specification's own schema. References stay as they are: each is
 * legal where it stands, and what it leads to is compared where that stands.
 */
export async function checkStructure(root: Node, dialect: Dialect): Promise<readonly Diagnostic[]> {
  const before = [...missingPaths(root, dialect), ...numericVersion(root)];
  const document = asValidatable(root, dialect);
  try {
    const errors = await compare(document, dialect);
    return [...before, ...explainErrors(errors, root, dialect)];
  } catch (error) {
    // Documents nested thousands of levels deep are more than its recursion can take.
    if (error instanceof RangeError) return [...before, ...notChecked(root, dialect)];
    throw error;
  }
}

/** The parser knows 2.0 and 3.0 well, 3.1 from an early draft and 3.2 not at all. */
async function compare(document: never, { family }: Dialect): Promise<readonly ErrorObject[]> {
  if (family === "3.1" || family === "3.2") return compareWithSchema(document, family);
  // To load the parser, and to make code of the schema, takes longer than to read most documents.
  return family === "3.0" && isSurelyValid(document) ? [] : compareWithParser(document);
}

async function compareWithParser(document: never): Promise<readonly ErrorObject[]> {
  const { default: Parser } = await import("@apidevtools/swagger-parser");
  try {
    await new Parser().validate("/document", document, options);
    return [];
  } catch (error) {
    const details = (error as { details?: readonly ErrorObject[] }).details;
    if (details === undefined) throw error;
    return details;
  }
}

function notChecked(root: Node, { name }: Dialect): readonly Diagnostic[] {
  const location = locationOf(child(root, "openapi") ?? child(root, "swagger") ?? root);
  return [diagnose("sources/openapi-structure-not-checked", { version: name }, { location })];
}

const options = {
  resolve: { external: false, http: false, file: false },
  dereference: { circular: "ignore", excludedPathMatcher: () => true },
  validate: { schema: true, spec: false },
} as SwaggerParser.Options;

const newest = { "2.0": "2.0", "3.0": "3.0.4", "3.1": "3.1.2", "3.2": "3.2.0" } as const;

/** What swagger-parser refuses to compare at all is put right in a copy, and reported by us. */
function asValidatable(root: Node, { family }: Dialect): never {
  const written = root.value as Readonly<Record<string, unknown>>;
  const version = family === "2.0" ? { swagger: "2.0" } : { openapi: newest[family] };
  const { info } = written;
  const number = isObject(info) && typeof info.version === "number" ? info.version : undefined;
  const named =
    number === undefined ? {} : { info: { ...(info as object), version: String(number) } };
  return { paths: {}, ...written, ...named, ...version } as never;
}

/** In 3.1 a document may also hold only webhooks or components. */
function missingPaths(root: Node, { family }: Dialect): readonly Diagnostic[] {
  const enough =
    family === "3.1" || family === "3.2" ? ["paths", "webhooks", "components"] : ["paths"];
  if (enough.some((field) => child(root, field))) return [];
  return [
    diagnose("sources/openapi-missing-field", { fields: enough }, { location: locationOf(root) }),
  ];
}

function numericVersion(root: Node): readonly Diagnostic[] {
  const version = child(child(root, "info"), "version");
  if (typeof version?.value !== "number") return [];
  const args = { field: "info.version", found: String(version.value) };
  return [diagnose("sources/openapi-not-text", args, { location: keyLocationOf(version) })];
}
