import type { ApiRemark } from "#model/api/quality.ts";
import type { JsonSchema } from "#model/api/version.ts";
import type { TypedNode } from "../references/children.ts";
import { follow } from "../references/survey.ts";
import {
  child,
  elementsOf,
  fieldsOf,
  keyLocationOf,
  type Node,
  pathOf,
  pointerOf,
  valueOf,
} from "../node.ts";
import { schemaFinder, schemaReader } from "../versions/api-version.ts";
import { normalSchema, type SchemaReader } from "../versions/normal-schema.ts";
import { apiId, type Looked, type Rule } from "./context.ts";
import { type CheckValue, type Travel, valueChecker } from "./value-checker.ts";

/** A value that somebody wrote for a schema. */
interface Written {
  readonly node: Node;
  readonly schema: Node;
}

/** Examples and defaults that their own schema refuses, and those that nobody can judge. */
export const fittingValues: Rule = (looked) => {
  const written = looked.names.draft.survey.objects.flatMap((each) => valuesOf(each, looked));
  if (written.length === 0) return [];
  const reader = schemaReader(looked.names, looked.files);
  const check = valueChecker(schemaFinder(looked.names, reader));
  return written.flatMap((each) => remarkOn(each, { looked, reader, check }));
};

/** Where values stand, by what they stand in. In XML and forms a value looks otherwise. */
function valuesOf({ type, node }: TypedNode, { files }: Looked): readonly Written[] {
  if (typeof valueOf(node, "$ref") === "string") return [];
  if (type === "schema") return schemaValues(node);
  const isJson = type === "mediaType" && /json/i.test(String(node.key));
  const isPlain = type === "parameter" || type === "header";
  const schema = child(node, "schema");
  if (schema === undefined || !(isJson || isPlain)) return [];
  const named = fieldsOf(child(node, "examples")).flatMap(([, each]) => {
    const example = follow(each, files);
    return child(example, "value") ?? child(example, "dataValue") ?? [];
  });
  return [child(node, "example") ?? [], ...named].flat().map((each) => ({ node: each, schema }));
}

function schemaValues(node: Node): readonly Written[] {
  // Asked of every schema, and most have one value or none.
  if (!["default", "example", "examples"].some((key) => valueOf(node, key) !== undefined))
    return [];
  const values = [
    child(node, "default"),
    child(node, "example"),
    ...elementsOf(child(node, "examples")),
  ];
  return values.flatMap((each) => (each ? [{ node: each, schema: node }] : []));
}

interface Means {
  readonly looked: Looked;
  readonly reader: SchemaReader;
  readonly check: CheckValue;
}

function remarkOn(
  { node, schema }: Written,
  { looked, reader, check }: Means,
): readonly ApiRemark[] {
  const normal: JsonSchema = normalSchema(schema, reader);
  if (typeof normal === "boolean" || isUnwritten(node)) return [];
  const verdict = check(normal, node.value, () => travelOf(node));
  if (verdict.verdict === "fits") return [];
  const { reason } = verdict;
  const place = { item: apiId(looked), location: keyLocationOf(node) };
  const name = pointerOf(node);
  if (verdict.verdict === "not checked") {
    return [{ rule: "value-not-checked", ...place, args: { name, reason } }];
  }
  const wrong = pointerOf(node) + verdict.at;
  return [{ rule: "value-does-not-fit", ...place, args: { name: wrong, reason } }];
}

/** A default of null says that there is none. */
const isUnwritten = ({ key, value }: Node): boolean => key === "default" && value === null;

function travelOf(node: Node): Travel {
  const path = pathOf(node);
  if (path.includes("requestBody") || path.includes("requestBodies")) return "request";
  return path.includes("responses") ? "response" : "both";
}
