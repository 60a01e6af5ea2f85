import {
  codeSpan,
  destination,
  escapeMarkdown,
  fence,
  hasBareLink,
  isSafeUrl,
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

const escapeIn = (text: string, context: ValueContext): string =>
  context === "raw" ? text : escapeMarkdown(text, context);

const withLinks = new Set<ValueContext>(["text", "line", "cell", "heading"]);

function print(value: LinkText | Line, context: ValueContext): string {
  if (isLine(value)) return printLine(value, context);
  const { text, href } = value;
  if (href === undefined || !withLinks.has(context) || !isSafeUrl(href)) {
    return escapeIn(text, context);
  }
  const words = escapeIn(text, context === "cell" ? "cell" : "link-text");
  return words === "" ? "" : `[${words}](${destination(href)})`;
}

/** In a table a `|` ends the cell, even in code. Where there is no room for markup, it is text. */
function printLine({ line }: Line, context: ValueContext): string {
  if (!withLinks.has(context)) return escapeIn(line, context);
  return context === "cell"
    ? line.replace(/\\[^]|\|/g, (part) => (part === "|" ? "\\|" : part))
    : line;
}

const hasMarkup = (value: LinkText | Line | undefined): boolean =>
  value !== undefined && (isLine(value) || value.href !== undefined);

const wordsIn = (value: LinkText | Line | undefined): string =>
  value === undefined ? "" : isLine(value) ? value.line : value.text;

function renderRun(parts: readonly RunPart[], scope: Scope, run: Run): string {
  const printed = parts.map((part) =>
    part.kind === "literal"
      ? { literal: part.text }
      : { value: printable(part.value, scope, run), context: part.context },
  );
  const linked = printed.some(({ value }) => hasMarkup(value));
  const joined = printed.map(({ literal, value }) => literal ?? wordsIn(value)).join("");
  const context = printed.find((part) => part.context !== undefined)?.context ?? "text";
  if (!linked && hasBareLink(joined)) return escapeIn(joined, context);
  return printed
    .map((part) => part.literal ?? print(part.value ?? { text: "" }, part.context ?? context))
    .join("");
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
  const lines = found.block.split("\n");
  const text =
    prefix === ""
      ? found.block
      : lines
          .map((line) => (line === "" ? line : prefix + line))
          .join("\n")
          .slice(prefix.length);
  return text === "" ? "" : `\n${prefix}${text}\n`;
}

const renderers: Renderers = {
  literal: ({ text }) => text,
  value: ({ value, context }, scope, run) => print(printable(value, scope, run), context),
  run: ({ parts }, scope, run) => renderRun(parts, scope, run),
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
