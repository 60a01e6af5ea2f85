import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { type Alias, type Document, isAlias, isCollection, isNode, isPair, type Node } from "yaml";

/** More levels than any data of people has, and fewer than exhaust the readers' stacks. */
export const deepest = 300;
/** How many values a document may have when every alias is written out. */
const mostValues = 1_000_000;

/** A value that was not left yet: how much it holds, its aliases written out. */
interface Open {
  readonly node: unknown;
  readonly left: unknown[];
  values: number;
  levels: number;
}

interface Measure {
  readonly values: number;
  readonly levels: number;
}

interface Walk {
  readonly open: Open[];
  readonly anchors: Map<string, Node>;
  /** Of everything that was left already. */
  readonly measures: Map<unknown, Measure>;
  readonly place: (node: Node) => { readonly location: Location };
  /** The last one that was entered. */
  alias?: Alias;
}

/**
 * What forbids making plain values of a document: an alias to nothing or to what it stands in,
 * aliases that multiply, or too many levels. Without recursion, for it is about what exhausts that.
 */
export function checkLimits(
  document: Document.Parsed,
  place: (offset: number) => Location,
): Diagnostic | undefined {
  const walk: Walk = {
    open: [],
    anchors: new Map(),
    measures: new Map(),
    place: (node) => ({ location: place(node.range?.[0] ?? 0) }),
  };
  let problem = enter(document.contents, walk);
  for (let top = walk.open.at(-1); top && !problem; top = walk.open.at(-1)) {
    const next = top.left.pop();
    if (next === undefined) walk.open.pop();
    problem = next === undefined ? leave(top, walk) : enter(next, walk);
  }
  return problem;
}

function enter(node: unknown, walk: Walk): Diagnostic | undefined {
  if (isAlias(node)) return enterAlias(node, walk);
  if (isNode(node) && node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  walk.open.push({ node, left: partsOf(node), values: 1, levels: 0 });
  return undefined;
}

function enterAlias(node: Alias, walk: Walk): Diagnostic | undefined {
  const name = { alias: node.source };
  const target = walk.anchors.get(node.source);
  if (target === undefined) return diagnose("data/unknown-alias", name, walk.place(node));
  const measure = walk.measures.get(target);
  if (measure === undefined) return diagnose("data/circular-alias", name, walk.place(node));
  walk.alias = node;
  walk.open.push({ node, left: [], ...measure });
  return undefined;
}

function leave({ node, values, levels }: Open, walk: Walk): Diagnostic | undefined {
  const { measures, open, alias, place } = walk;
  measures.set(node, { values, levels });
  const parent = open.at(-1);
  if (parent === undefined) return undefined;
  parent.values += values;
  parent.levels = Math.max(parent.levels, levels + (isPair(parent.node) ? 0 : 1));
  if (parent.levels > deepest && isNode(node)) {
    return diagnose("data/too-deep", { limit: deepest }, place(node));
  }
  if (parent.values <= mostValues || alias === undefined) return undefined;
  const args = { alias: alias.source, limit: mostValues };
  return diagnose("data/too-many-aliases", args, place(alias));
}

/** The last first, for they are taken from the end. */
function partsOf(node: unknown): unknown[] {
  if (isPair(node)) return [node.value, node.key].filter(isNode);
  return isCollection(node) ? node.items.toReversed() : [];
}
