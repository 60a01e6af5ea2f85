import type { Definition, Nodes, Root } from "mdast";
import type { Prose } from "#model/pages/prose.ts";
import { codeSpan, fence } from "../escape/index.ts";
import { pageSlugs, slugify } from "../slug.ts";
import type { ProseContext, ProseOptions } from "./context.ts";
import { flatten } from "./flatten.ts";
import { isUntouched } from "./rewrite/is-untouched.ts";
import { parseBounded, type ParsedProse, parseProse } from "./parse-prose.ts";
import { patchLine } from "./rewrite/patch-line.ts";
import { patchProse } from "./rewrite/patch-prose.ts";
import { rewriter } from "./rewrite/rewriter.ts";
import { walk } from "./walk.ts";

/** What is asked of the tree before it is rewritten. */
function survey(tree: Root): Pick<ProseContext, "definitions" | "mayOpenTag"> & { top: number } {
  const definitions = new Map<string, Definition>();
  let top = 7;
  let mayOpenTag = false;
  walk(tree, (node) => {
    mayOpenTag ||= wordsOf(node).includes("<");
    if (node.type === "heading") top = Math.min(top, node.depth);
    if (node.type === "definition" && !definitions.has(node.identifier.toLowerCase())) {
      definitions.set(node.identifier.toLowerCase(), node);
    }
  });
  return { definitions, mayOpenTag, top };
}

/** What a node says that is no code. */
const wordsOf = (node: Nodes): string =>
  node.type === "text" ? node.value : "title" in node ? (node.title ?? "") : "";

function contextOf({ text, location }: Prose, options: ProseOptions, tree: Root): ProseContext {
  const { definitions, mayOpenTag, top } = survey(tree);
  const own = `${location.file} ${String(location.line ?? 1)}`;
  return {
    link: options.link,
    file: location.file,
    source: text,
    idPrefix: options.idPrefix ?? "",
    notePrefix: `${options.idPrefix ?? slugify(own.replaceAll(/[./]/g, "-"))}-`,
    shift: options.depth - top,
    definitions,
    mayOpenTag,
    slug: pageSlugs(),
    isNewAnchor: distinct(),
    inLink: false,
  };
}

function distinct(): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => seen.size < seen.add(id).size;
}

/** Takes a text apart and writes it anew: for what cannot be mended where it stands. */
export function rewriteProse(prose: Prose, options: ProseOptions): string {
  const tree = parseProse(prose.text);
  const context = contextOf(prose, options, tree);
  const { rewriting, writing } = rewriter();
  const rewritten = rewriting.runSync(tree, { data: { context } });
  const shown = options.inline === true ? flatten(rewritten) : rewritten;
  return writing.stringify(shown).replace(/\n+$/, "");
}

/**
 * Somebody's Markdown, safe to place in a page: raw HTML and unsafe links are gone, links lead where
 * `options.link` says, headings begin at `options.depth`.
 */
export function writeProse({ text, location }: Prose, options: ProseOptions): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const inline = options.inline === true;
  // What begins with blanks may be code.
  if (text.startsWith(trimmed) && isUntouched(trimmed) && !(inline && paragraphs.test(trimmed))) {
    return inline ? trimmed.replace(/[ \t]*\n/g, " ") : trimmed;
  }
  return remember(text, options, (watched) => write({ text, location }, watched));
}

const paragraphs = /\n[ \t]*\n/;

/** What became of texts that lead nowhere: an API says the same of a hundred parameters. */
const written = new Map<string, string>();
const mostWritten = 1_000_000;
let writtenCharacters = 0;

/** A text without links and notes becomes the same wherever it stands. */
function remember(
  text: string,
  options: ProseOptions,
  make: (options: ProseOptions) => string,
): string {
  if (text.includes("[^")) return make(options);
  const key = JSON.stringify([options.inline === true, options.depth, options.idPrefix, text]);
  const known = written.get(key);
  if (known !== undefined) return known;
  const found = { links: 0 };
  const made = make({
    ...options,
    link: (target) => {
      found.links += 1;
      return options.link(target);
    },
  });
  if (found.links > 0) return made;
  writtenCharacters += key.length + made.length;
  if (writtenCharacters > mostWritten) {
    written.clear();
    writtenCharacters = key.length + made.length;
  }
  written.set(key, made);
  return made;
}

function write({ text, location }: Prose, options: ProseOptions): string {
  const trimmed = text.trim();
  // The engine counts no byte order mark.
  const prose = { text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), location };
  const parsed = parseBounded(prose.text);
  if (parsed.tooDeepAt !== undefined) {
    return options.inline === true ? codeSpan(trimmed) : fence(trimmed);
  }
  return mendProse(prose, options, parsed) ?? rewriteProse(prose, options);
}

/** The text mended where it stands, when that can be done. */
function mendProse(
  prose: Prose,
  options: ProseOptions,
  { tree, hadHtml }: ParsedProse,
): string | undefined {
  if (hadHtml) return undefined;
  const context = contextOf(prose, options, tree);
  return options.inline === true ? patchLine(tree, context) : patchProse(tree, context);
}
