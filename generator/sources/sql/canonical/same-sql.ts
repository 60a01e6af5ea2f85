import { isDeepStrictEqual } from "node:util";
import { loadParser, type Parser } from "../parser/load-parser.ts";
import { simplify } from "./simplify.ts";

/** What a text is a part of: the statement that makes the parser read it. */
const frames: Readonly<Record<string, (text: string) => string>> = {
  expression: (text) => `SELECT (${text})`,
  constraint: (text) => `ALTER TABLE t ADD CONSTRAINT c ${text}`,
  index: (text) => text,
  bounds: (text) => `CREATE TABLE t PARTITION OF p ${text}`,
  "partition key": (text) => `CREATE TABLE t (c int) PARTITION BY ${text}`,
};

type Tree = Readonly<Record<string, unknown>>;

/** Whether two texts say the same to PostgreSQL, as far as its parser can tell. */
export async function loadSameSql(): Promise<(form: string, a: string, b: string) => boolean> {
  const parser = await loadParser();
  return (form, a, b) => {
    const [treeA, treeB] = [a, b].map((text) => treeOf(parser, frames[form]?.(text) ?? text));
    if (treeA === undefined || treeB === undefined) return a === b;
    return isDeepStrictEqual(...withoutDefaults(treeA, treeB));
  };
}

function treeOf(parser: Parser, text: string): unknown {
  const parsed = parser.parse(text);
  return parsed.ok ? simplify(parsed.value[0]) : undefined;
}

/** What one of the two leaves out is the default there: an operator class, a collation, the columns of a key. */
function withoutDefaults(a: unknown, b: unknown): [unknown, unknown] {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    const pairs = a.map((each: unknown, at) => withoutDefaults(each, b[at]));
    return [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
  }
  if (!isTree(a) || !isTree(b)) return [a, b];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !isDefault(key, a[key], b[key]),
  );
  const pairs = keys.map((key) => [key, ...withoutDefaults(a[key], b[key])] as const);
  return [
    Object.fromEntries(pairs.map(([key, first]) => [key, first])),
    Object.fromEntries(pairs.map(([key, , second]) => [key, second])),
  ];
}

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isDefault = (key: string, a: unknown, b: unknown): boolean =>
  key === "idxname" ||
  (key === "relation" && typeof a === "object") ||
  ((key === "opclass" || key === "collation") && (a === "" || b === "")) ||
  (key === "pk_attrs" && (a === undefined || b === undefined));
