import type { Node, RunPart } from "./node.ts";

const inline = new Set(["text", "line", "cell", "heading", "link-text"]);
/** The end and the start of a literal that could be one word with a value beside it. */
const tail = /[\p{L}\p{N}._+\-@:/#?&=%~]+$/u;
const head = /^[\p{L}\p{N}._+\-@:/#?&=%~]+/u;

type Value = Extract<Node, { kind: "value" }>;

const isInline = (node: Node | undefined): node is Value =>
  node?.kind === "value" && inline.has(node.context);

/** Splits literals beside values, so that the part that touches a value stands alone. */
function split(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node, index): readonly Node[] => {
    if (node.kind !== "literal") return [node];
    const before = isInline(nodes[index - 1]) ? (head.exec(node.text)?.[0] ?? "") : "";
    const rest = node.text.slice(before.length);
    const after = isInline(nodes[index + 1]) ? (tail.exec(rest)?.[0] ?? "") : "";
    return [before, rest.slice(0, rest.length - after.length), after]
      .filter((text) => text !== "")
      .map((text) => ({ kind: "literal", text }));
  });
}

const joins = (node: Node, previous: Node | undefined): boolean =>
  isInline(node) ||
  (node.kind === "literal" &&
    head.exec(node.text)?.[0] === node.text &&
    (previous === undefined || isInline(previous) || previous.kind === "literal"));

/** A run of one value alone is just the value. */
function asNodes(run: readonly RunPart[]): readonly Node[] {
  const first = run.find(isInline);
  const values = run.filter(isInline).length;
  if (!first || (values === 1 && !run.some(touches))) return run;
  return [{ kind: "run", parts: run, context: first.context }];
}

/** Only these make a link out of a word beside them. */
const touches = (part: RunPart): boolean => part.kind === "literal" && /[@:/.]/.test(part.text);

/** A value's end is its own, unless another value or such a character follows. */
const closes = (next: Node | undefined): boolean =>
  next?.kind === "literal" && /^[^A-Za-z0-9#;[]/.test(next.text);

const withEnds = (nodes: readonly Node[]): readonly Node[] =>
  nodes.map((node, index) =>
    node.kind === "value" && closes(nodes[index + 1]) ? { ...node, closed: true } : node,
  );

/** Puts values that touch each other, or a word, together. */
export function groupRuns(nodes: readonly Node[]): readonly Node[] {
  const output: Node[] = [];
  let run: RunPart[] = [];
  for (const node of withEnds(split(nodes))) {
    if (joins(node, run.at(-1))) run.push(node as RunPart);
    else {
      output.push(...asNodes(run), node);
      run = [];
    }
  }
  output.push(...asNodes(run));
  return output;
}
