import {
  codeSpan,
  destination,
  escapeMarkdown,
  fence,
  hasBareLink,
  isSafeUrl,
  trimmedLine,
} from "#markdown/index.ts";
import type { Block, Line, LinkText } from "../view.ts";
import { type Expression, type Run, type Scope, describe } from "./expression.ts";
import type { Node, RunPart, ValueContext } from "./node.ts";

type Renderers = {
  readonly [Kind in Node["kind"]]: (
    node: Extract<Node, { kind: Kind }>,
    scope: Scope,
    run: Run,
  ) => string;
};

const isLink = (value: unknown): value is LinkText =>
  typeof value === "object" &&
  value !== null &&
  Object.hasOwn(value, "text") &&
  typeof (value as LinkText).text === "string";

const isBlock = (value: unknown): value is Block =>
  typeof value === "object" &&
  value !== null &&
  Object.hasOwn(value, "block") &&
  typeof (value as Block).block === "string";

const isLine = (value: unknown): value is Line =>
  typeof value === "object" &&
  value !== null &&
  Object.hasOwn(value, "line") &&
  typeof (value as Line).line === "string";

/** The value as a link, as text or as a line; what is none of them is reported and leaves nothing. */
function printable(expression: Expression, scope: Scope, run: Run): LinkText | Line {
  const value = expression.evaluate(scope, run);
  if (typeof value === "string") return { text: value };
  if (typeof value === "number") return { text: String(value) };
  if (isLink(value) || isLine(value)) return value;
  run.report(expression, describe(value));
  return { text: "" };
}

/** How a value is escaped: for its place, and for what follows it there. */
interface Spot {
  readonly context: ValueContext;
  readonly closed?: boolean;
}

const escapeIn = (text: string, { context, closed }: Spot): string =>
  context === "raw" ? text : escapeMarkdown(text, context, closed);

const withLinks = new Set<ValueContext>(["text", "line", "cell", "heading"]);

function print(value: LinkText | Line, spot: Spot): string {
  const { context } = spot;
  if (isLine(value)) return printLine(value, context);
  const { text, href } = value;
  const to = href !== undefined && withLinks.has(context) ? destination(href) : "#";
  if (to === "#") return escapeIn(text, spot);
  const words = escapeIn(text, { context: context === "cell" ? "cell" : "link-text" });
  return words === "" ? "" : `[${words}](${to})`;
}

/** In a table a `|` ends the cell, even in code. Where there is no room for markup, it is text. */
function printLine({ line }: Line, context: ValueContext): string {
  if (!withLinks.has(context)) return escapeIn(line, { context });
  return context === "cell"
    ? line.replace(/\\[^]|\|/g, (part) => (part === "|" ? "\\|" : part))
    : line;
}

/** One part of a run: as it reads, and as Markdown. */
interface Printed {
  readonly words: string;
  readonly markdown: string;
  readonly isMarkup: boolean;
}

function printPart(part: RunPart, scope: Scope, run: Run): Printed {
  if (part.kind === "literal") return { words: part.text, markdown: part.text, isMarkup: false };
  const value = printable(part.value, scope, run);
  const markdown = print(value, part);
  return isLine(value)
    ? { words: value.line, markdown, isMarkup: true }
    : { words: trimmedLine(value.text), markdown, isMarkup: value.href !== undefined };
}

/** Values side by side; where they make a link of themselves, together they are code. */
function renderRun(
  { parts, context }: Extract<Node, { kind: "run" }>,
  scope: Scope,
  run: Run,
): string {
  const printed = parts.map((part) => printPart(part, scope, run));
  const words = printed.map((part) => part.words).join("");
  return !printed.some(({ isMarkup }) => isMarkup) && hasBareLink(words)
    ? escapeIn(words, { context })
    : printed.map(({ markdown }) => markdown).join("");
}

const truthy = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (isLine(value)) return value.line !== "";
  if (isBlock(value)) return value.block !== "";
  return Boolean(value);
};

function renderEach(
  { list, body, otherwise }: Extract<Node, { kind: "each" }>,
  scope: Scope,
  run: Run,
): string {
  const value = list.evaluate(scope, run);
  if (value === null || value === false) return renderNodes(otherwise, scope, run);
  if (!Array.isArray(value)) {
    run.report(list, describe(value));
    return "";
  }
  if (value.length === 0) return renderNodes(otherwise, scope, run);
  let output = "";
  for (let index = 0; index < value.length; index += 1) {
    const variables = {
      ...scope.variables,
      index,
      first: index === 0,
      last: index === value.length - 1,
    };
    output += renderNodes(body, { data: value[index], parent: scope, variables }, run);
  }
  return output;
}

function renderBlock(
  { value, prefix }: Extract<Node, { kind: "block" }>,
  scope: Scope,
  run: Run,
): string {
  const found = value.evaluate(scope, run);
  if (!isBlock(found)) {
    run.report(value, describe(found));
    return "";
  }
  if (found.block === "") return "";
  if (prefix === "") return `\n${found.block}\n`;
  // The first line has its prefix from the template.
  const [first = "", ...rest] = found.block.split("\n");
  const lines = rest.map((line) => (line === "" ? prefix.trimEnd() : prefix + line));
  return `${[first, ...lines].join("\n")}\n`;
}

const renderers: Renderers = {
  literal: ({ text }) => text,
  value: (node, scope, run) => print(printable(node.value, scope, run), node),
  run: renderRun,
  code: ({ parts, inCell }, scope, run) => codeSpan(renderNodes(parts, scope, run), inCell),
  fence: ({ info, parts, prefix }, scope, run) =>
    fence(renderNodes(parts, scope, run), renderNodes(info, scope, run), prefix),
  destination: ({ parts }, scope, run) => destination(renderNodes(parts, scope, run)),
  attribute: ({ parts, name }, scope, run) => {
    const value = renderNodes(parts, scope, run);
    const isUrl = name === "href" || name === "src";
    return escapeMarkdown(isUrl && !isSafeUrl(value) ? "#" : value, "attribute");
  },
  block: renderBlock,
  if: ({ condition, then, otherwise }, scope, run) => {
    const value = condition.evaluate(scope, run);
    if (value === undefined) run.report(condition, "nothing");
    return renderNodes(truthy(value) ? then : otherwise, scope, run);
  },
  each: renderEach,
};

/** Prints nodes one after the other. */
export function renderNodes(nodes: readonly Node[], scope: Scope, run: Run): string {
  let output = "";
  for (const node of nodes) output += renderers[node.kind](node as never, scope, run);
  return output;
}
