import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { child, isObject, locationOf, type Node } from "./node.ts";

/** Which specification a document follows. */
export interface Dialect {
  readonly family: "2.0" | "3.0" | "3.1" | "3.2";
  /** As people call it: `OpenAPI 3.1.0`. */
  readonly name: string;
}

/** A file is a document when it says which version it has. */
export const isDocument = (value: unknown): boolean =>
  isObject(value) && (Object.hasOwn(value, "openapi") || Object.hasOwn(value, "swagger"));

/**
 * The dialect that a document says it has. A version 3 that is not known is read as the nearest
 * known one; any other is not read.
 */
export function readDialect(root: Node): {
  readonly dialect?: Dialect;
  readonly diagnostics: readonly Diagnostic[];
} {
  const field = child(root, "openapi") ?? child(root, "swagger");
  if (field === undefined) return { diagnostics: [] };
  const location = locationOf(field);
  const version = versionText(field.value);
  const family = familyOf(String(field.key), version);
  const diagnostics = [
    ...(typeof field.value === "number"
      ? [
          diagnose(
            "sources/openapi-not-text",
            { field: String(field.key), found: version },
            { location },
          ),
        ]
      : []),
    ...(isKnown(String(field.key), version)
      ? []
      : [
          diagnose(
            "sources/openapi-unsupported-version",
            { version },
            { location, target: version },
          ),
        ]),
  ];
  if (family === undefined) return { diagnostics };
  const name = family === "2.0" ? "Swagger 2.0" : `OpenAPI ${version}`;
  return { dialect: { family, name }, diagnostics };
}

/** YAML reads an unquoted `2.0` as the number 2. */
function versionText(value: unknown): string {
  if (typeof value === "number") return Number.isInteger(value) ? value.toFixed(1) : String(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

const isKnown = (field: string, version: string): boolean =>
  field === "openapi" ? /^3\.[012](\.\d+)?$/.test(version) : version === "2.0";

function familyOf(field: string, version: string): Dialect["family"] | undefined {
  if (field === "swagger") return version === "2.0" ? "2.0" : undefined;
  if (!/^3(\.|$)/.test(version)) return undefined;
  if (/^3\.1/.test(version)) return "3.1";
  return /^3\.0/.test(version) ? "3.0" : "3.2";
}
