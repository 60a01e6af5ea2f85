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

/** Prints a part of a template for one page. */
export type Renderer = (scope: Scope, run: Run) => string;

type Renderers = {
  readonly [Kind in Node["kind"]]: (node: Extract<Node, { kind: Kind }>) => Renderer;
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
function printable(value: unknown, expression: Expression, run: Run): LinkText | Line {
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
  const value = printable(part.value.evaluate(scope, run), part.value, run);
  const markdown = print(value, part);
  return isLine(value)
    ? { words: value.line, markdown, isMarkup: true }
    : { words: trimmedLine(value.text), markdown, isMarkup: value.href !== undefined };
}

/** Values side by side; where they make a link of themselves, together they are code. */
const rendererOfRun =
  ({ parts, context }: Extract<Node, { kind: "run" }>): Renderer =>
  (scope, run) => {
    const printed = parts.map((part) => printPart(part, scope, run));
    const words = printed.map((part) => part.words).join("");
    return !printed.some(({ isMarkup }) => isMarkup) && hasBareLink(words)
      ? escapeIn(words, { context })
      : printed.map(({ markdown }) => markdown).join("");
  };

const truthy = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  if (isLine(value)) return value.line !== "";
  if (isBlock(value)) return value.block !== "";
  return Boolean(value);
};

function rendererOfEach({ list, ...parts }: Extract<Node, { kind: "each" }>): Renderer {
  const body = rendererOf(parts.body);
  const otherwise = rendererOf(parts.otherwise);
  return (scope, run) => {
    const value = list.evaluate(scope, run);
    if (value === null || value === false) return otherwise(scope, run);
    if (!Array.isArray(value)) {
      run.report(list, describe(value));
      return "";
    }
    if (value.length === 0) return otherwise(scope, run);
    const { root } = scope;
    const last = value.length - 1;
    let output = "";
    for (let index = 0; index <= last; index += 1) {
      const data: unknown = value[index];
      const place = { index, first: index === 0, last: index === last };
      output += body({ data, parent: scope, root, ...place }, run);
    }
    return output;
  };
}

const rendererOfBlock =
  ({ value, prefix }: Extract<Node, { kind: "block" }>): Renderer =>
  (scope, run) => {
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
  };

function rendererOfIf({ condition, ...ways }: Extract<Node, { kind: "if" }>): Renderer {
  const then = rendererOf(ways.then);
  const otherwise = rendererOf(ways.otherwise);
  return (scope, run) => {
    const value = condition.evaluate(scope, run);
    if (value === undefined) run.report(condition, "nothing");
    return truthy(value) ? then(scope, run) : otherwise(scope, run);
  };
}

const renderers: Renderers = {
  literal:
    ({ text }) =>
    () =>
      text,
  value: (node) => (scope, run) => {
    const value = node.value.evaluate(scope, run);
    return typeof value === "string"
      ? escapeIn(value, node)
      : print(printable(value, node.value, run), node);
  },
  run: rendererOfRun,
  code: ({ parts, inCell }) => {
    const text = rendererOf(parts);
    return (scope, run) => codeSpan(text(scope, run), inCell);
  },
  fence: ({ info, parts, prefix }) => {
    const [word, text] = [rendererOf(info), rendererOf(parts)];
    return (scope, run) => fence(text(scope, run), word(scope, run), prefix);
  },
  destination: ({ parts }) => {
    const url = rendererOf(parts);
    return (scope, run) => destination(url(scope, run));
  },
  attribute: ({ parts, name }) => {
    const text = rendererOf(parts);
    const isUrl = name === "href" || name === "src";
    return (scope, run) => {
      const value = text(scope, run);
      return escapeMarkdown(isUrl && !isSafeUrl(value) ? "#" : value, "attribute");
    };
  },
  block: rendererOfBlock,
  if: rendererOfIf,
  each: rendererOfEach,
};

/** Prints nodes one after the other; what each is, is asked once and not for every page. */
export function rendererOf(nodes: readonly Node[]): Renderer {
  const parts = nodes.map((node) => renderers[node.kind](node as never));
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return (scope, run) => {
    let output = "";
    for (const part of parts) output += part(scope, run);
    return output;
  };
}
