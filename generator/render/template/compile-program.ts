import { type Diagnostic, diagnose } from "#diagnostics/index.ts";
import type { MarkdownContext } from "#markdown/index.ts";
import { type Builder, append, move, newBuilder } from "./builder.ts";
import {
  type Call,
  type Expression,
  compileCall,
  compileExpression,
  positionOf,
  sourceOf,
} from "./expression.ts";
import { groupRuns } from "./group-runs.ts";
import type { Node, ValueContext } from "./node.ts";
import { type Place, describePlace, isSamePlace, joinPlaces } from "./place.ts";
import { scan } from "./scan.ts";

/** A template on its way to being compiled. */
export interface Compilation {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: Diagnostic[];
}

interface Compiled {
  readonly nodes: readonly Node[];
  readonly place: Place;
}

type Statement = hbs.AST.Statement;

const written = (node: hbs.AST.Node, { text }: Compilation): string => sourceOf(node, text);

const at = (node: hbs.AST.Node, { file }: Compilation) => ({
  location: { file, ...positionOf(node) },
});

function refuse(node: hbs.AST.Node, compilation: Compilation): void {
  const reason = `\`${written(node, compilation)}\``;
  compilation.diagnostics.push(
    diagnose("render/template-syntax", { reason }, at(node, compilation)),
  );
}

const modeContexts: Readonly<Partial<Record<Place["mode"], ValueContext>>> = {
  code: "raw",
  "fence-info": "raw",
  fence: "raw",
  attribute: "raw",
  destination: "raw",
  comment: "comment",
  "front-matter": "front-matter",
};

/** How a value that stands here is escaped; nothing where no value may stand. */
function contextOf(place: Place): ValueContext | undefined {
  if (place.mode !== "text") return modeContexts[place.mode];
  if (place.html) return "html";
  const inLine: MarkdownContext = place.links > 0 ? "link-text" : place.line;
  return place.lineStart && inLine === "text"
    ? "line"
    : place.line === "text"
      ? inLine
      : place.line;
}

function compileBlockValue(builder: Builder, call: Call, compilation: Compilation): void {
  const [param] = call.params;
  const value =
    param && call.params.length === 1 ? compileExpression(param, compilation.text) : undefined;
  if (!value) return refuse(call, compilation);
  const { mode, lineStart, html, prefix } = builder.place;
  if (mode !== "text" || !lineStart || html || !isAloneAfter(call, compilation)) {
    const expression = written(call, compilation);
    compilation.diagnostics.push(
      diagnose("render/template-block", { expression }, at(call, compilation)),
    );
  }
  append(builder, { kind: "block", value, prefix });
  move(builder, { blank: false });
}

function isAloneAfter({ loc }: hbs.AST.Node, { text }: Compilation): boolean {
  const line = text.split("\n")[loc.end.line - 1] ?? "";
  return (
    line.slice(loc.end.column).trim() === "" && /^[\s>]*$/.test(line.slice(0, loc.start.column))
  );
}

function compileMustache(builder: Builder, node: Statement, compilation: Compilation): void {
  const mustache = node as hbs.AST.MustacheStatement;
  if (!mustache.escaped) {
    const expression = written(node, compilation);
    compilation.diagnostics.push(
      diagnose("render/template-raw", { expression }, at(node, compilation)),
    );
    return;
  }
  if (
    (mustache.path as hbs.AST.PathExpression).original === "block" &&
    mustache.params.length > 0
  ) {
    return compileBlockValue(builder, mustache, compilation);
  }
  const value = compileCall(mustache, compilation.text);
  const context = contextOf(builder.place);
  if (!value || !context) return refuse(node, compilation);
  append(builder, { kind: "value", value, context });
  move(builder, { blank: false, ...(builder.place.mode === "fence" && { lineStart: false }) });
}

/** Where a way through a block ends; that it is elsewhere than it began is reported. */
function demandSame(
  [begin, end]: readonly [Place, Compiled],
  block: hbs.AST.BlockStatement,
  compilation: Compilation,
): Place {
  if (isSamePlace(begin, end.place)) return end.place;
  const name = written(block, compilation).replace(/\}\}[\s\S]*/, "}}");
  compilation.diagnostics.push(
    diagnose(
      "render/template-context",
      { block: name, found: describePlace(end.place), expected: describePlace(begin) },
      at(block, compilation),
    ),
  );
  return begin;
}

/** A body that may be repeated begins where it ends. */
function compileRepeated(
  program: hbs.AST.Program,
  place: Place,
  compilation: Compilation,
): Compiled {
  const silent = { ...compilation, diagnostics: [] };
  const once = compileProgram(program, place, silent);
  const again = joinPlaces(place, once.place);
  return compileProgram(program, again, compilation);
}

const blockKinds: ReadonlyMap<string, "if" | "unless" | "each"> = new Map([
  ["if", "if"],
  ["unless", "unless"],
  ["each", "each"],
]);

interface Block {
  readonly kind: "if" | "unless" | "each";
  readonly value: Expression;
  readonly program: hbs.AST.Program;
  readonly inverse: hbs.AST.Program | undefined;
}

/** The parts of a block that templates know; nothing when it is another. */
function readBlock(block: hbs.AST.BlockStatement, { text }: Compilation): Block | undefined {
  const kind = blockKinds.get(block.path.original);
  const [param, ...rest] = block.params;
  const value = param && rest.length === 0 ? compileExpression(param, text) : undefined;
  // Handlebars leaves out what its types promise: an inverted block has no program.
  const { program, inverse } = block as Partial<hbs.AST.BlockStatement>;
  const names = (program as Partial<hbs.AST.Program> | undefined)?.blockParams ?? [];
  if (!kind || !value || !program || names.length > 0) return undefined;
  return { kind, value, program, inverse };
}

function blockNode(
  { kind, value }: Block,
  body: readonly Node[],
  otherwise: readonly Node[],
): Node {
  if (kind === "each") return { kind, list: value, body, otherwise };
  return kind === "if"
    ? { kind: "if", condition: value, then: body, otherwise }
    : { kind: "if", condition: value, then: otherwise, otherwise: body };
}

function compileBlock(builder: Builder, node: Statement, compilation: Compilation): void {
  const statement = node as hbs.AST.BlockStatement;
  const block = readBlock(statement, compilation);
  if (!block) {
    refuse(node, compilation);
    return;
  }
  const begin = builder.place;
  const compile = block.kind === "each" ? compileRepeated : compileProgram;
  const body = compile(block.program, begin, compilation);
  const otherwise: Compiled = block.inverse
    ? compileProgram(block.inverse, begin, compilation)
    : { nodes: [], place: begin };
  const ends = [body, otherwise].map((end) => demandSame([begin, end], statement, compilation));
  append(builder, blockNode(block, body.nodes, otherwise.nodes));
  builder.place = ends.reduce(joinPlaces);
}

type StatementCompiler = (builder: Builder, node: Statement, compilation: Compilation) => void;

const statements: Readonly<Record<string, StatementCompiler>> = {
  ContentStatement: (builder, node) => scan(builder, (node as hbs.AST.ContentStatement).value),
  MustacheStatement: compileMustache,
  BlockStatement: compileBlock,
  CommentStatement: () => undefined,
};

/** Compiles a stretch of a template that begins at a place, and says where it ends. */
export function compileProgram(
  program: hbs.AST.Program,
  place: Place,
  compilation: Compilation,
): Compiled {
  const builder = newBuilder(place);
  for (const statement of program.body) {
    const compile = statements[statement.type];
    if (compile) compile(builder, statement, compilation);
    else refuse(statement, compilation);
  }
  const left = builder.frames.flatMap(({ opening, nodes }) => [
    { kind: "literal" as const, text: opening },
    ...nodes,
  ]);
  const end = builder.underflow ? { ...builder.place, marks: "unopened" } : builder.place;
  return { nodes: groupRuns([...builder.nodes, ...left]), place: end };
}
