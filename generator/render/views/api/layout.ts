import { type Graph, itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import { fileNames } from "./file-names.ts";

export type ApiItem = Item<"api">;
export type TagItem = Item<"tag">;
export type OperationItem = Item<"operation">;
export type SchemaItem = Item<"schema">;

/** Which pages a document has, and what stands on each. */
export interface ApiLayout {
  readonly api: ApiItem;
  /** `api/index.md`, or `api/<api>/index.md` when there are several documents. */
  readonly index: string;
  readonly tags: readonly TagPage[];
  readonly schemas: readonly SchemaPage[];
}

export interface TagPage {
  readonly path: string;
  /** Absent for what has no tag. */
  readonly tag?: TagItem;
  /** The word for a page without a tag. */
  readonly name: "untagged" | "webhooks";
  /** Each operation is shown in full once, under its first tag. */
  readonly shown: readonly ShownOperation[];
  /** Those that have the tag too, but are shown under another. */
  readonly also: readonly OperationItem[];
}

export interface ShownOperation {
  readonly operation: OperationItem;
  readonly anchor: string;
}

export interface SchemaPage {
  readonly path: string;
  readonly schema: SchemaItem;
}

const layouts = new WeakMap<Graph, readonly ApiLayout[]>();

export function layoutsOf(graph: Graph): readonly ApiLayout[] {
  const known = layouts.get(graph) ?? layOut(graph);
  layouts.set(graph, known);
  return known;
}

function layOut(graph: Graph): readonly ApiLayout[] {
  const apis = itemsOf(graph, "api");
  const operations = Map.groupBy(itemsOf(graph, "operation"), nameOfApi);
  const schemas = Map.groupBy(itemsOf(graph, "schema"), nameOfApi);
  const tags = Map.groupBy(itemsOf(graph, "tag"), nameOfApi);
  return apis.map((api) => {
    const { name } = api.attributes;
    const folder = apis.length === 1 ? "api" : `api/${name}`;
    return {
      api,
      index: `${folder}/index.md`,
      tags: layOutTags(folder, inOrder(tags.get(name) ?? [], api), operations.get(name) ?? []),
      schemas: layOutSchemas(folder, schemas.get(name) ?? []),
    };
  });
}

const nameOfApi = (item: TagItem | OperationItem | SchemaItem): string => item.attributes.api;

const inOrder = (tags: readonly TagItem[], api: ApiItem): readonly TagItem[] => {
  const order = new Map(api.attributes.tags.map((name, index) => [name, index]));
  const placeOf = (tag: TagItem): number => order.get(tag.attributes.name) ?? order.size;
  return [...tags].sort((a, b) => placeOf(a) - placeOf(b));
};

function layOutTags(
  folder: string,
  tags: readonly TagItem[],
  all: readonly OperationItem[],
): readonly TagPage[] {
  const operations = [...all].sort((a, b) => a.attributes.order - b.attributes.order);
  const [tagged, untagged] = partition(operations, ({ attributes }) => attributes.tags.length > 0);
  const byFirstTag = Map.groupBy(tagged, ({ attributes }) => attributes.tags[0]);
  const byOtherTag = groupByEach(tagged, ({ attributes }) => attributes.tags.slice(1));
  const [webhooks, calls] = partition(untagged, ({ attributes }) => attributes.webhook);
  const rest = [
    { name: "untagged", shown: anchored(calls) },
    { name: "webhooks", shown: anchored(webhooks) },
  ] as const;
  const keys = [...tags, ...rest];
  const names = fileNames(keys, (key) => ("kind" in key ? key.attributes.name : key.name));
  const pathOf = (key: (typeof keys)[number]): string =>
    `${folder}/tags/${names.get(key) ?? ""}.md`;
  return [
    ...tags.map((tag): TagPage => ({
      path: pathOf(tag),
      tag,
      name: "untagged",
      shown: anchored(byFirstTag.get(tag.attributes.name) ?? []),
      also: byOtherTag.get(tag.attributes.name) ?? [],
    })),
    ...rest
      .filter(({ shown }) => shown.length > 0)
      .map((each): TagPage => ({ ...each, path: pathOf(each), also: [] })),
  ];
}

function partition<Value>(
  values: readonly Value[],
  test: (value: Value) => boolean,
): readonly [readonly Value[], readonly Value[]] {
  const { true: yes = [], false: no = [] } = Object.groupBy(values, (value) =>
    test(value) ? "true" : "false",
  );
  return [yes, no];
}

function groupByEach<Value>(
  values: readonly Value[],
  keys: (value: Value) => readonly string[],
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    for (const key of keys(value)) groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}

/** Anchors that stay when operations come and go: by operationId, else by method and path. */
function anchored(operations: readonly OperationItem[]): readonly ShownOperation[] {
  const names = fileNames(
    operations,
    ({ attributes: { operationId, method, path } }) => operationId ?? `${method} ${path}`,
  );
  return operations.map((operation) => ({
    operation,
    anchor: `op-${names.get(operation) ?? ""}`,
  }));
}

function layOutSchemas(folder: string, schemas: readonly SchemaItem[]): readonly SchemaPage[] {
  const names = fileNames(schemas, ({ attributes }) => attributes.name);
  return schemas.map((schema) => ({
    schema,
    path: `${folder}/schemas/${names.get(schema) ?? ""}.md`,
  }));
}
