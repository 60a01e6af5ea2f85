/**
 * Walks a tree of the parser, depth first. `take` is told the key and the object of each part; when
 * it says that it has dealt with the part, the walk does not go into it.
 */
export function walkTree(node: unknown, take: (key: string, part: object) => boolean): void {
  if (Array.isArray(node)) {
    for (const each of node) walkTree(each, take);
  } else if (typeof node === "object" && node !== null) {
    for (const key in node) {
      const child = (node as Readonly<Record<string, unknown>>)[key];
      if (typeof child !== "object" || child === null) continue;
      if (!take(key, child)) walkTree(child, take);
    }
  }
}
