import type { ApiCoverage, ApiRemark, CoveredPart } from "#model/api/quality.ts";
import type { ItemId } from "#model/item.ts";
import type { NamedSchema } from "../names.ts";
import { child, fieldsOf, keyLocationOf, type Node, textOf, valueOf } from "../node.ts";
import type { TypedNode } from "../references/children.ts";
import { follow } from "../references/survey.ts";
import { apiId, type Looked } from "./context.ts";

interface Part {
  readonly part: CoveredPart;
  readonly node: Node;
  readonly name: string;
  readonly item: ItemId;
  readonly good: boolean;
}

/** How much of a document is described, and what is not. */
export function readDescriptions(looked: Looked): {
  readonly coverage: readonly ApiCoverage[];
  readonly remarks: readonly ApiRemark[];
} {
  const parts = partsOf(looked);
  const groups = Map.groupBy(parts, ({ part }) => part);
  const properties = countProperties(looked);
  const order: readonly CoveredPart[] = [
    "operations",
    "parameters",
    "responses",
    "schemas",
    "properties",
    "examples",
  ];
  return {
    coverage: order.map((part) => {
      const members = groups.get(part) ?? [];
      const good = members.filter((each) => each.good).length;
      return part === "properties" ? properties : { part, good, all: members.length };
    }),
    remarks: parts.filter(({ good }) => !good).map(remarkOf),
  };
}

const remarkOf = ({ part, node, name, item }: Part): ApiRemark => ({
  rule: part === "examples" ? "no-example" : "not-described",
  item,
  location: keyLocationOf(node),
  args: { part, name },
});

const hasText = (node: Node | undefined, ...keys: readonly string[]): boolean =>
  keys.some((key) => (textOf(node, key) ?? "").trim() !== "");

function partsOf(looked: Looked): readonly Part[] {
  const { names } = looked;
  // By the objects themselves: the address of what lies deep is long.
  const named = new Map([...names.schemas.values()].map((each) => [each.node.value, each]));
  const operations = names.operations.map(({ id, operation }): Part => ({
    part: "operations",
    node: operation.node,
    name: `${operation.method} ${operation.path}`,
    item: id,
    good: hasText(operation.node, "description", "summary"),
  }));
  return [
    ...operations,
    ...names.draft.survey.objects.flatMap((each) => describedPart(each, looked, named)),
  ];
}

/** What stands behind a reference is counted where it stands. */
function describedPart(
  { type, node }: TypedNode,
  looked: Looked,
  named: ReadonlyMap<unknown, NamedSchema>,
): readonly Part[] {
  if (type === "schema") {
    const schema = named.get(node.value);
    return schema === undefined ? [] : [schemaPart(node, schema)];
  }
  if (typeof child(node, "$ref")?.value === "string") return [];
  if (type === "mediaType")
    return /json/i.test(String(node.key)) ? [examplePart(node, looked)] : [];
  const item = apiId(looked);
  if (type === "parameter") {
    const name = [textOf(node, "in"), textOf(node, "name")].join(" ").trim();
    const good = [node, child(node, "schema")].some((each) => hasText(each, "description"));
    return [{ part: "parameters", node, name, item, good }];
  }
  const good = hasText(node, "description", "summary");
  return type === "response"
    ? [{ part: "responses", node, name: String(node.key ?? ""), item, good }]
    : [];
}

function examplePart(node: Node, { files, ...looked }: Looked): Part {
  const written = child(node, "schema");
  const givers = [node, written && follow(written, files)];
  const good = givers.some((each) => child(each, "example") ?? child(each, "examples"));
  return { part: "examples", node, name: placeOf(node), item: apiId({ files, ...looked }), good };
}

/** `post /pets 200 application/json`, as far as its document says it. */
const placeOf = (node: Node): string => {
  const keys: string[] = [];
  for (let at: Node | undefined = node; at; at = at.parent) keys.unshift(String(at.key ?? ""));
  const passed = new Set(["", "paths", "content", "responses", "components"]);
  return keys.filter((key) => !passed.has(key)).join(" ");
};

function schemaPart(node: Node, { name, id: item }: NamedSchema): Part {
  return { part: "schemas", node, name, item, good: hasText(node, "description", "title") };
}

/** Properties are many: their share is told, and each has a row of its own on its page. */
function countProperties({ names, files }: Looked): ApiCoverage {
  let [good, all] = [0, 0];
  for (const schema of names.draft.survey.schemaObjects) {
    if (valueOf(schema, "properties") === undefined) continue;
    for (const [, property] of fieldsOf(child(schema, "properties"))) {
      all += 1;
      const isDescribed =
        hasText(property, "description") ||
        hasText(follow(property, files), "description", "title");
      if (isDescribed) good += 1;
    }
  }
  return { part: "properties", good, all };
}
