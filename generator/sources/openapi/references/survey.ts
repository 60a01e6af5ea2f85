import { addressOf, child, isObject, type Node } from "../node.ts";
import { childrenOf, type TypedNode } from "./children.ts";
import { findTarget, type Target } from "./find-target.ts";
import type { ProjectFiles } from "./project-files.ts";

/** A `$ref` in a place where the specification allows one. */
export interface FoundReference extends TypedNode {
  readonly ref: string;
  readonly target: Target;
}

/** Everything that a document reaches, each thing once, however references go in circles. */
export interface Survey {
  readonly references: readonly FoundReference[];
  /** The schemas that references lead to, by address. */
  readonly schemas: ReadonlyMap<string, Node>;
  /** What should be an object and is not, outside the document's own file. */
  readonly misfits: readonly TypedNode[];
  /** The other files that it reaches. */
  readonly files: ReadonlySet<string>;
}

/** Walks a document and what it refers to. Nothing is copied, so size and cycles cost nothing. */
export function survey(document: Node, files: ProjectFiles): Survey {
  const references: FoundReference[] = [];
  const misfits: TypedNode[] = [];
  const schemas = new Map<string, Node>();
  const visited = new Set<unknown>();
  const left: TypedNode[] = [{ type: "document", node: document }];
  for (let at = left.pop(); at; at = left.pop()) {
    const { type, node } = at;
    if (!isObject(node.value)) {
      if (isMisfit(at, document)) misfits.push(at);
      continue;
    }
    if (visited.has(node.value)) continue;
    visited.add(node.value);
    const found = referenceOf(at, files);
    if (found) {
      references.push(found);
      const target = nodeOf(found.target);
      if (target && type === "schema") schemas.set(addressOf(target), target);
      if (target) left.push({ type, node: target });
    }
    for (const below of childrenOf(at)) left.push(below);
  }
  return { references, schemas, misfits, files: filesOf(references, document) };
}

const nodeOf = (target: Target): Node | undefined =>
  target.status === "found" || target.status === "found from root" ? target.node : undefined;

function referenceOf(at: TypedNode, files: ProjectFiles): FoundReference | undefined {
  const ref = child(at.node, "$ref")?.value;
  return typeof ref === "string"
    ? { ...at, ref, target: findTarget(at.node, ref, files) }
    : undefined;
}

/** `true` and `false` are schemas; the document's own file is checked against the specification. */
const isMisfit = ({ type, node }: TypedNode, document: Node): boolean =>
  node.data !== document.data && !(type === "schema" && typeof node.value === "boolean");

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
    const ref = child(at, "$ref")?.value;
    if (at === undefined || typeof ref !== "string") return at;
    if (seen.has(at.value)) return "circular";
    seen.add(at.value);
    at = nodeOf(findTarget(at, ref, files));
  }
}
