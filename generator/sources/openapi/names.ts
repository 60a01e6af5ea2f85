import { type ItemId, type ItemKind, itemId } from "#model/item.ts";
import { posix } from "node:path";
import { componentSchemas, type Draft, type FoundOperation } from "./draft.ts";
import { addressOf, child, type Node, pathOf, textOf } from "./node.ts";

/** What the parts of one document are called in the project. */
export interface DocumentNames {
  readonly draft: Draft;
  readonly api: string;
  /** By the address of the schema. */
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  /** In the order of the document's operations. */
  readonly operations: readonly NamedOperation[];
}

export interface NamedSchema {
  readonly name: string;
  readonly id: ItemId;
  readonly node: Node;
}

export interface NamedOperation {
  readonly id: ItemId;
  readonly operation: FoundOperation;
  /** Its place in the document, from 0. */
  readonly order: number;
  /** Absent when it has none, or when another of the same document has it. */
  readonly operationId?: string;
}

/**
 * Names everything at once, for a name that two documents share belongs to neither: both then
 * write `<api>/` in front of it.
 */
export function nameDocuments(drafts: readonly Draft[]): readonly DocumentNames[] {
  const apis = nameApis(drafts);
  const schemas = drafts.map(nameSchemas);
  const operations = drafts.map(nameOperations);
  const schemaIds = qualifier(
    "schema",
    apis,
    schemas.map((list) => new Set([...list.values()].map(({ name }) => name))),
  );
  const operationIds = qualifier(
    "operation",
    apis,
    operations.map((list) => new Set(list.map(({ name }) => name))),
  );
  return drafts.map((draft, index) => ({
    draft,
    api: apis[index] ?? "",
    schemas: new Map(
      [...(schemas[index] ?? [])].map(([address, { name, node }]) => [
        address,
        { name, node, id: schemaIds(index, name) },
      ]),
    ),
    operations: (operations[index] ?? []).map(({ name, ...operation }) => ({
      ...operation,
      id: operationIds(index, name),
    })),
  }));
}

function qualifier(
  kind: ItemKind,
  apis: readonly string[],
  names: readonly ReadonlySet<string>[],
): (document: number, name: string) => ItemId {
  const counts = new Map<string, number>();
  for (const name of names.flatMap((set) => [...set]))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return (document, name) => {
    const shared = (counts.get(name) ?? 0) > 1;
    return itemId(kind, shared ? `${apis[document] ?? ""}/${plainName(name)}` : plainName(name));
  };
}

/** A `#` would begin an anchor where the name is referred to, and a line break end it. */
export const plainName = (name: string): string =>
  name
    .replaceAll("#", "%23")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

const slugOf = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);

/** By title; where that is missing or shared, by file name; else by path, and by number at last. */
function nameApis(drafts: readonly Draft[]): readonly string[] {
  const ways: readonly ((draft: Draft) => string)[] = [
    ({ root }) => slugOf(textOf(child(root, "info"), "title") ?? ""),
    ({ file }) => slugOf(posix.parse(file.path).name),
    ({ file }) => slugOf(file.path),
  ];
  const names: (string | undefined)[] = drafts.map(() => undefined);
  for (const way of ways) {
    const wanted = drafts.map((draft, index) => names[index] ?? way(draft));
    for (const [index, name] of wanted.entries()) {
      const shared = wanted.some((other, at) => at !== index && other === name);
      if (name !== "" && !shared) names[index] ??= name;
    }
  }
  return names.map((name, index) => name ?? `api-${String(index + 1)}`);
}

type FoundSchema = Pick<NamedSchema, "name" | "node">;

/**
 * A component keeps its name; so does what it only refers to in another file. Any other schema that
 * a reference leads to is named after its pointer or its file.
 */
function nameSchemas(draft: Draft): ReadonlyMap<string, FoundSchema> {
  const found = new Map<string, FoundSchema>();
  const components = componentSchemas(draft.root);
  for (const [name, node] of components) found.set(addressOf(node), { name, node });
  const elsewhere = targetsElsewhere(draft);
  for (const [name, node] of components) {
    const target = elsewhere.get(node.value);
    if (target === undefined || found.has(addressOf(target))) continue;
    found
      .set(addressOf(target), { name, node: target })
      .set(addressOf(node), { name, node: target });
  }
  const names = new Set(components.map(([name]) => name));
  const others = [...draft.survey.schemas].filter(([address]) => !found.has(address));
  for (const [address, node] of others.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = unusedName(nameOf(node), names);
    names.add(name);
    found.set(address, { name, node });
  }
  return found;
}

/** What references lead to in other files, by the object that holds the reference. */
const targetsElsewhere = ({ survey, data }: Draft): ReadonlyMap<unknown, Node> =>
  new Map(
    survey.references.flatMap(({ node, target }) =>
      (target.status === "found" || target.status === "found from root") &&
      target.node.data !== data
        ? [[node.value, target.node] as const]
        : [],
    ),
  );

function nameOf(node: Node): string {
  const path = pathOf(node).map(String);
  const [container, last] = path.slice(-2);
  if (path.length === 0) return posix.parse(node.data.file).name;
  const isNamed = ["schemas", "definitions", "$defs"].includes(container ?? "");
  return last !== undefined && (isNamed || path.length === 1) ? last : slugOf(path.join("-"));
}

function unusedName(name: string, used: ReadonlySet<string>): string {
  let number = 1;
  let candidate = name;
  while (used.has(candidate)) candidate = `${name}-${String(++number)}`;
  return candidate;
}

function nameOperations(draft: Draft): readonly (Omit<NamedOperation, "id"> & { name: string })[] {
  const used = new Set<string>();
  return draft.operations.map((operation, order) => {
    const written = textOf(operation.node, "operationId");
    const isOwn = written !== undefined && written.trim() !== "" && !used.has(written);
    if (isOwn) used.add(written);
    const fallback = `${operation.webhook ? "webhook " : ""}${operation.method} ${operation.path}`;
    return isOwn
      ? { operation, order, name: written, operationId: written }
      : { operation, order, name: fallback };
  });
}
