import type { Nodes } from "mdast";
import { posix } from "node:path";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { visit } from "unist-util-visit";

const read = (text: string): Nodes => remark().use(remarkGfm).parse(text);

/** The anchors that a page sets with `<a id>`, as remark reads it. */
export function anchorsIn(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  visit(read(text), "html", ({ value }) => {
    const id = /^<a id="([^"]*)">/.exec(value)?.[1];
    if (id !== undefined) anchors.add(id);
  });
  return anchors;
}

/** Where the links of a page lead, as paths from the root. */
export function linksIn(
  text: string,
  from: string,
): readonly { readonly page: string; readonly anchor?: string; readonly url: string }[] {
  const links: { page: string; anchor?: string; url: string }[] = [];
  visit(read(text), "link", ({ url }) => {
    const [path = "", anchor] = url.split("#");
    const page = path === "" ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
    links.push({ page, url, ...(anchor !== undefined && { anchor: decodeURIComponent(anchor) }) });
  });
  return links;
}
