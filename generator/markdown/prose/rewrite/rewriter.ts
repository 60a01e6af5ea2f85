import type { Root } from "mdast";
import { createRequire } from "node:module";
import type * as Remark from "remark";
import type * as RemarkFrontmatter from "remark-frontmatter";
import type * as RemarkGfm from "remark-gfm";
import type * as Unified from "unified";
import type { ProseContext } from "../context.ts";
import { rewriteTree } from "./rewrite-prose.ts";

type Rewriter = ReturnType<typeof loadRewriter>;
let loaded: Rewriter | undefined;

/** unified and remark, who take apart what cannot be mended; most runs need them nowhere. */
export const rewriter = (): Rewriter => (loaded ??= loadRewriter());

function loadRewriter() {
  // eslint-disable-next-line no-restricted-syntax -- packages are looked for from here, nothing else
  const require = createRequire(import.meta.url);
  const { unified } = require("unified") as typeof Unified;
  const { remark } = require("remark") as typeof Remark;
  const { default: remarkFrontmatter } = require("remark-frontmatter") as typeof RemarkFrontmatter;
  const { default: remarkGfm } = require("remark-gfm") as typeof RemarkGfm;
  const rewriting = unified()
    .use(function rewriteLinksAndMarkup() {
      return (tree: Root, file) => rewriteTree(tree, file.data["context"] as ProseContext);
    })
    .freeze();
  // Whatever goes through it comes out well-formed.
  const writing = remark()
    .use(remarkFrontmatter)
    .use(remarkGfm, { tablePipeAlign: false })
    .data("settings", {
      bullet: "-",
      bulletOther: "*",
      emphasis: "_",
      fences: true,
      incrementListMarker: true,
      listItemIndent: "one",
      resourceLink: true,
      rule: "-",
    })
    .freeze();
  return { rewriting, writing };
}
