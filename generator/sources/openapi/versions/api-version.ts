import type {
  ApiVersion,
  JsonSchema,
  NamedVersion,
  OperationVersion,
  SchemeVersion,
} from "#model/api/version.ts";
import { defined } from "../defined.ts";
import { tagsOf } from "../draft.ts";
import type { DocumentNames, NamedOperation } from "../names.ts";
import {
  addressOf,
  child,
  elementsOf,
  fieldsOf,
  keyLocationOf,
  type Node,
  textOf,
  textsOf,
} from "../node.ts";
import { findTarget } from "../references/find-target.ts";
import type { ProjectFiles } from "../references/project-files.ts";
import { follow } from "../references/survey.ts";
import { normalSchema, type SchemaReader } from "./normal-schema.ts";
import { readBodyVersion, readResponseVersions } from "./read-content.ts";
import {
  lifecycleOf,
  parametersOf,
  readParameterVersion,
  type VersionReader,
} from "./read-parameters.ts";

/** What binds those who use the document, in words that every version of OpenAPI has. */
export function apiVersion(names: DocumentNames, files: ProjectFiles): ApiVersion {
  const { root } = names.draft;
  const origins = new WeakMap<object, Node>();
  const schemas = schemaReader(names, files, origins);
  const reader: VersionReader = {
    root,
    files,
    readSchema: (node) => normalSchema(node, schemas),
    remember: (part, node) => {
      origins.set(part, node);
      return part;
    },
  };
  const info = child(root, "info");
  return {
    title: textOf(info, "title")?.trim() ?? "",
    version: textOf(info, "version") ?? "",
    schemas: namedSchemas(names, schemas),
    operations: names.operations.map((each) => readOperation(each, reader)),
    securitySchemes: readSchemes(reader),
    servers: elementsOf(child(root, "servers")).flatMap((each) => textOf(each, "url") ?? []),
    locate: (part) => {
      const node = origins.get(part);
      return node && keyLocationOf(node);
    },
  };
}

/** Reads the schemas of one document; `origins` remembers where each came from. */
export function schemaReader(
  names: DocumentNames,
  files: ProjectFiles,
  origins: WeakMap<object, Node> = new WeakMap(),
): SchemaReader {
  const { family } = names.draft.dialect;
  return {
    isOld: family === "2.0" || family === "3.0",
    keyOf: (node, ref) => keyOf(node, ref, { names, files }),
    known: new Map(),
    origins,
  };
}

/** Every schema that has a name, by what refers to it. */
const namedSchemas = (
  names: DocumentNames,
  reader: SchemaReader,
): ReadonlyMap<string, NamedVersion> =>
  new Map(
    [...names.schemas.values()].map(({ name, node }) => [
      refOf(name),
      { name, schema: normalSchema(node, reader) },
    ]),
  );

/** Finds one of them, and reads no other. */
export function schemaFinder(
  names: DocumentNames,
  reader: SchemaReader,
): (ref: string) => JsonSchema | undefined {
  const nodes = new Map([...names.schemas.values()].map(({ name, node }) => [refOf(name), node]));
  return (ref) => {
    const node = nodes.get(ref);
    return node && normalSchema(node, reader);
  };
}

/** What `#/$defs/…` calls a named schema; ajv reads it so too. Half a character has no such form. */
const refOf = (name: string): string =>
  `#/$defs/${encodeURIComponent(
    name
      .replaceAll("~", "~0")
      .replaceAll("/", "~1")
      .replace(/\p{Cs}/gu, (half) => `~u${half.charCodeAt(0).toString(16)}`),
  )}`;

function keyOf(
  node: Node,
  ref: string,
  { names, files }: { readonly names: DocumentNames; readonly files: ProjectFiles },
): string | undefined {
  const target = findTarget(node, ref, files);
  if (target.status !== "found" && target.status !== "found from root") return undefined;
  const named = names.schemas.get(addressOf(target.node));
  return named && refOf(named.name);
}

function readOperation(
  { id, operation, operationId }: NamedOperation,
  reader: VersionReader,
): OperationVersion {
  const { node, method, path, webhook } = operation;
  const parameters = parametersOf(operation, reader.files);
  const isPlain = (each: Node) => !["body", "formData"].includes(textOf(each, "in") ?? "");
  const version: OperationVersion = {
    id,
    method,
    path,
    webhook,
    lifecycle: lifecycleOf(node),
    tags: tagsOf(node).map(([tag]) => tag),
    security: securityOf(node, reader.root),
    parameters: parameters.filter(isPlain).map((each) => readParameterVersion(each, reader)),
    ...defined({ operationId, body: readBodyVersion(node, parameters, reader) }),
    responses: readResponseVersions(node, reader),
  };
  return reader.remember(version, node);
}

function securityOf(node: Node, root: Node): readonly (readonly string[])[] {
  const alternatives = elementsOf(child(node, "security") ?? child(root, "security"));
  return alternatives.map((each) =>
    fieldsOf(each)
      .flatMap(([scheme, scopes]) => [scheme, ...textsOf(scopes).map((one) => `${scheme} ${one}`)])
      .sort(),
  );
}

/** Flattened: `flows.implicit.authorizationUrl`; texts bind nobody. */
function readSchemes({ root, files }: VersionReader): ReadonlyMap<string, SchemeVersion> {
  const written = [
    ...fieldsOf(child(child(root, "components"), "securitySchemes")),
    ...fieldsOf(child(root, "securityDefinitions")),
  ];
  return new Map(
    written.map(([name, each]) => {
      const scheme = follow(each, files);
      return [name, Object.fromEntries(scheme ? leavesOf(scheme, []) : [])];
    }),
  );
}

function leavesOf(node: Node, path: readonly string[]): readonly (readonly [string, string])[] {
  if (path.at(-1) === "scopes") {
    return [
      [
        path.join("."),
        fieldsOf(node)
          .map(([scope]) => scope)
          .sort()
          .join(" "),
      ],
    ];
  }
  return fieldsOf(node).flatMap(([key, value]) => {
    if (key === "description" || key.startsWith("x-")) return [];
    const at = [...path, key];
    if (typeof value.value === "object" && at.length < 4) return leavesOf(value, at);
    return [[at.join("."), String(value.value)] as const];
  });
}
