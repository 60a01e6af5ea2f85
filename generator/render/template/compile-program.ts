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

/** Reports a way through a block that ends elsewhere than it began. */
function demandSame(
  [begin, end]: readonly [Place, Compiled & { readonly underflow?: boolean }],
  block: hbs.AST.BlockStatement,
  compilation: Compilation,
): void {
  if (isSamePlace(begin, end.place)) return;
  const name = written(block, compilation).replace(/\}\}[\s\S]*/, "}}");
  compilation.diagnostics.push(
    diagnose(
      "render/template-context",
      { block: name, found: describePlace(end.place), expected: describePlace(begin) },
      at(block, compilation),
    ),
  );
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

const blockKinds: Readonly<Record<string, "if" | "unless" | "each">> = {
  if: "if",
  unless: "unless",
  each: "each",
};

function blockNode(
  kind: "if" | "unless" | "each",
  value: Expression,
  [body, otherwise]: readonly [readonly Node[], readonly Node[]],
): Node {
  if (kind === "each") return { kind, list: value, body, otherwise };
  const [then, other] = kind === "if" ? [body, otherwise] : [otherwise, body];
  return { kind: "if", condition: value, then, otherwise: other };
}

function compileBlock(builder: Builder, node: Statement, compilation: Compilation): void {
  const block = node as hbs.AST.BlockStatement;
  const kind = Object.hasOwn(blockKinds, block.path.original)
    ? blockKinds[block.path.original]
    : undefined;
  const [param, ...rest] = block.params;
  const value = param && compileExpression(param, compilation.text);
  const program = block.program as hbs.AST.Program | undefined;
  if (!kind || !value || !program || rest.length > 0 || program.blockParams?.length > 0) {
    return refuse(node, compilation);
  }
  const begin = builder.place;
  const body =
    kind === "each"
      ? compileRepeated(program, begin, compilation)
      : compileProgram(program, begin, compilation);
  const inverse = block.inverse as hbs.AST.Program | undefined;
  const otherwise: Compiled = inverse
    ? compileProgram(inverse, begin, compilation)
    : { nodes: [], place: begin };
  demandSame([begin, body], block, compilation);
  demandSame([begin, otherwise], block, compilation);
  append(builder, blockNode(kind, value, [body.nodes, otherwise.nodes]));
  builder.place = joinPlaces(body.place, otherwise.place);
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
