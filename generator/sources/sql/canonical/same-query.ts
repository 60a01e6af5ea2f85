import { isDeepStrictEqual } from "node:util";
import { loadParser } from "../parser/load-parser.ts";
import { simplify } from "./simplify.ts";

type Tree = Readonly<Record<string, unknown>>;

/**
 * Whether two queries read the same, as far as the parser can tell: one as somebody wrote it, one as
 * PostgreSQL prints it again. The names of their columns are not looked at.
 */
export async function loadSameQuery(): Promise<(a: string, b: string) => boolean> {
  const parser = await loadParser();
  return (a, b) => {
    const [treeA, treeB] = [a, b].map((text) => {
      const parsed = parser.parse(text);
      return parsed.ok ? plain(simplify(parsed.value[0])) : undefined;
    });
    if (treeA === undefined || treeB === undefined) return false;
    return isDeepStrictEqual(withoutStar(treeA, treeB), withoutStar(treeB, treeA));
  };
}

/** What PostgreSQL adds when it prints: aliases of functions, and directions that are the usual ones. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      if (key === "RangeFunction") {
        const rest = Object.entries(value as Tree).filter(([name]) => name !== "alias");
        return [[key, plain(Object.fromEntries(rest))]];
      }
      if (key === "sortby_dir" && value === "SORTBY_ASC") return [[key, "SORTBY_DEFAULT"]];
      return [[key, plain(value)]];
    }),
  );
}

/** `*` is every column, so the list of the other query is its own when the rest is the same. */
function withoutStar(node: unknown, other: unknown): unknown {
  const [own, others] = [targetsOf(node), targetsOf(other)];
  const isStar = (targets: readonly unknown[] | undefined): boolean =>
    targets?.length === 1 && isDeepStrictEqual(targets[0], { column: "*" });
  const isEither = isStar(own) || (isStar(others) && own?.every(isColumn) === true);
  if (!isEither) return node;
  const { SelectStmt: select } = node as { SelectStmt: Tree };
  return { SelectStmt: { ...select, targetList: "*" } };
}

const isColumn = (target: unknown): boolean =>
  typeof target === "object" && target !== null && "column" in target;

function targetsOf(node: unknown): readonly unknown[] | undefined {
  const select = (node as Tree)["SelectStmt"] as Tree | undefined;
  return select?.["targetList"] as readonly unknown[] | undefined;
}
