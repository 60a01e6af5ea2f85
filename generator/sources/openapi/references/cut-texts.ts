import type { LocatedData, Path } from "#data/index.ts";
import { diagnose, type Diagnostic } from "#diagnostics/index.ts";

/** As many characters as a page can hold of one text, and as many as tell what it was. */
const [longest, kept] = [1_000_000, 10_000];

/** A container that is being looked at, and the way to it. */
interface Open {
  readonly container: Record<string | number, unknown>;
  readonly key?: string | number;
  readonly parent?: Open;
}

/**
 * Cuts the texts that no page could hold, and says where they stand. This happens in place: a copy
 * would be as large, and every page, index and list that such a text reaches would be too.
 */
export function cutTexts(data: LocatedData): readonly Diagnostic[] {
  const cut: Diagnostic[] = [];
  const seen = new Set<unknown>();
  const left: Open[] = [{ container: { root: data.value } }];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    const { container } = at;
    for (const [key, value] of Object.entries(container)) {
      if (typeof value === "string" && value.length > longest) {
        container[key] = `${value.slice(0, kept).toWellFormed()} …`;
        const location = data.locate(pathTo({ container, key, parent: at }));
        const args = { length: value.length, kept };
        cut.push(diagnose("sources/openapi-text-cut", args, { location }));
      } else if (typeof value === "object" && value !== null && !seen.has(value)) {
        seen.add(value);
        left.push({ container: value as Open["container"], key, parent: at });
      }
    }
  }
  return cut;
}

/** Without the step from the outermost container, which only holds the document. */
function pathTo(open: Open): Path {
  const path: (string | number)[] = [];
  for (let at = open; at.parent !== undefined; at = at.parent) {
    path.push(at.key ?? "");
  }
  return path.reverse().slice(1);
}
