import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Path } from "../path.ts";

/** Where the parts of a YAML document stand in its text, as offsets. */
export interface YamlPlaces {
  /** The value at `path`; its nearest parent when the path leads nowhere. */
  readonly value: (path: Path) => number;
  /** The last key of `path`. */
  readonly key: (path: Path) => number;
  /** The first character of the text at `path`, and whether its lines are lines of the file. */
  readonly text: (path: Path) => { readonly offset: number; readonly followsLines: boolean };
}

export function yamlPlaces(document: Document.Parsed, source: string): YamlPlaces {
  const pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const known = pairs.get(map) ?? indexPairs(map, document);
    pairs.set(map, known);
    return known;
  };
  const step = (from: unknown, key: string | number): Step => {
    const node = isAlias(from) ? from.resolve(document) : from;
    if (isSeq(node)) return { value: node.items[Number(key)] };
    const pair = isMap(node) ? pairsOf(node).get(String(key)) : undefined;
    return { value: pair?.value, key: pair?.key };
  };
  /** The nearest parts on the way, the last first. */
  const walk = (path: Path): readonly Step[] => {
    const steps: Step[] = [{ value: document.contents }];
    for (const key of path) {
      const next = step(steps[0]?.value, key);
      if (next.key === undefined && next.value === undefined) break;
      steps.unshift(next);
    }
    return steps;
  };
  const valueOffset = (path: Path): number =>
    walk(path)
      .map(({ value, key }) => offsetOf(value) ?? offsetOf(key))
      .find((offset) => offset !== undefined) ?? 0;
  return {
    value: valueOffset,
    key: (path) => {
      const steps = walk(path);
      const found = steps.length > path.length ? offsetOf(steps[0]?.key) : undefined;
      return found ?? valueOffset(path);
    },
    text: (path) => textStart(source, walk(path)[0]?.value, valueOffset(path)),
  };
}

interface Step {
  readonly value: unknown;
  readonly key?: unknown;
}

const offsetOf = (node: unknown): number | undefined =>
  isNode(node) ? node.range?.[0] : undefined;

/** Keys as the plain value has them (`200` is a text there), and those that `<<` brings. */
function indexPairs(map: YAMLMap, document: Document.Parsed): ReadonlyMap<string, Pair> {
  const own = map.items.filter(isPair);
  const merged = own
    .filter(({ key }) => isScalar(key) && key.source === "<<")
    .flatMap(({ value }) => (isSeq(value) ? value.items : [value]))
    .map((value) => (isAlias(value) ? value.resolve(document) : value))
    .flatMap((value) => (isMap(value) ? value.items : []));
  return new Map([...merged, ...own].map((pair) => [keyText(pair), pair]));
}

const keyText = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : "");

/** After the quote of a quoted text; on the first line of the text below a `|` or `>`. */
function textStart(source: string, node: unknown, offset: number): ReturnType<YamlPlaces["text"]> {
  if (!isScalar(node)) return { offset, followsLines: false };
  const { type } = node;
  if (type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED") {
    const header = source.indexOf("\n", offset);
    const first = header < 0 ? -1 : source.slice(header).search(/\S/);
    return { offset: first < 0 ? offset : header + first, followsLines: type === "BLOCK_LITERAL" };
  }
  return { offset: type === "PLAIN" ? offset : offset + 1, followsLines: false };
}
