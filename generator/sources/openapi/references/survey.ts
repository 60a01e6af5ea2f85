import { addressOf, child, isObject, type Node } from "../node.ts";
import { canBe } from "./can-be.ts";
import { childrenOf, type TypedNode } from "./children.ts";
import { findTarget, type Target } from "./find-target.ts";
import type { ProjectFiles } from "./project-files.ts";
import { fallbackSchema, mappedSchemas, refOf } from "./ref-of.ts";

/** A `$ref` in a place where the specification allows one. */
export interface FoundReference extends TypedNode {
  readonly ref: string;
  readonly target: Target;
  /** What the reference leads to can be nothing of the type that is wanted where it stands. */
  readonly isMistaken: boolean;
}

/** Everything that a document reaches, each thing once, however references go in circles. */
export interface Survey {
  readonly references: readonly FoundReference[];
  /** The schemas that references lead to, by address. */
  readonly schemas: ReadonlyMap<string, Node>;
  /** What should be an object and is not. */
  readonly misfits: readonly TypedNode[];
  /** Every schema that is an object, named or not. */
  readonly schemaObjects: readonly Node[];
  /** Everything that is an object. */
  readonly objects: readonly TypedNode[];
  /** The other files that it reaches. */
  readonly files: ReadonlySet<string>;
}

/** Walks a document and what it refers to. Nothing is copied, so size and cycles cost nothing. */
export function survey(document: Node, files: ProjectFiles): Survey {
  const found: Found = {
    references: [],
    misfits: [],
    schemaObjects: [],
    objects: [],
    schemas: new Map(),
  };
  const visited = new Set<unknown>();
  const left: TypedNode[] = [{ type: "document", node: document }];
  for (let at = left.pop(); at; at = left.pop()) {
    if (visited.has(at.node.value)) continue;
    if (!isObject(at.node.value)) {
      if (isMisfit(at)) found.misfits.push(at);
      continue;
    }
    visited.add(at.node.value);
    for (const next of visit(at, found, files)) left.push(next);
  }
  return { ...found, files: filesOf(found.references, document) };
}

interface Found {
  readonly references: FoundReference[];
  readonly misfits: TypedNode[];
  readonly schemaObjects: Node[];
  readonly objects: TypedNode[];
  readonly schemas: Map<string, Node>;
}

/** Takes in one object; returns what it refers to, and what is below it. */
function visit(at: TypedNode, found: Found, files: ProjectFiles): readonly TypedNode[] {
  const { type, node } = at;
  found.objects.push(at);
  if (type === "schema") found.schemaObjects.push(node);
  const references = referencesOf(at, files);
  if (references.length === 0) return childrenOf(at);
  found.references.push(...references);
  const targets = references.flatMap(({ isMistaken, target }): readonly TypedNode[] => {
    const led = isMistaken ? undefined : nodeOf(target);
    if (led && type === "schema") found.schemas.set(addressOf(led), led);
    return led ? [{ type, node: led }] : [];
  });
  return [...targets, ...childrenOf(at)];
}

const nodeOf = (target: Target): Node | undefined =>
  target.status === "found" || target.status === "found from root" ? target.node : undefined;

/** What an object refers to with `$ref`, and as a schema in the mapping of its discriminator. */
function referencesOf(at: TypedNode, files: ProjectFiles): readonly FoundReference[] {
  const ref = refOf(at.node);
  const own = ref === undefined ? [] : [referenceTo(ref, at, files)];
  if (at.type !== "schema" || child(at.node, "discriminator") === undefined) return own;
  const fallback = fallbackSchema(at.node);
  const mapped = [...mappedSchemas(at.node), ...(fallback ? [fallback] : [])];
  return [
    ...own,
    ...mapped.map((each) => referenceTo(each.ref, { type: "schema", node: each.node }, files)),
  ];
}

function referenceTo(ref: string, at: TypedNode, files: ProjectFiles): FoundReference {
  const target = findTarget(at.node, ref, files);
  const node = nodeOf(target);
  return { ...at, ref, target, isMistaken: node !== undefined && !canBe(at.type, node) };
}

/** `true` and `false` are schemas. */
const isMisfit = ({ type, node }: TypedNode): boolean =>
  !(type === "schema" && typeof node.value === "boolean");

function filesOf(references: readonly FoundReference[], document: Node): ReadonlySet<string> {
  const reached = references.flatMap(({ target }) => nodeOf(target)?.data.file ?? []);
  return new Set(reached.filter((file) => file !== document.data.file));
}

/** The object that a node stands for: itself, or what its chain of references leads to. */
export function follow(node: Node, files: ProjectFiles): Node | undefined {
  const end = endOfChain(node, files);
  return end === "circular" ? undefined : end;
}

/** Where a chain of references ends; nowhere when one of them is broken. */
export function endOfChain(node: Node, files: ProjectFiles): Node | "circular" | undefined {
  const seen = new Set<unknown>();
  let at: Node | undefined = node;
  for (;;) {
    const ref = refOf(at);
    if (at === undefined || ref === undefined) return at;
    if (seen.has(at.value)) return "circular";
    seen.add(at.value);
    at = nodeOf(findTarget(at, ref, files));
  }
}
