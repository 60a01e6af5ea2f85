import {
  diagnose,
  type Diagnostic,
  type DiagnosticArguments,
  type DiagnosticCode,
} from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";
import type { AttributeChange } from "#model/recorded.ts";
import type { Node } from "libpg-query";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Entry, Migration, Origin } from "../catalogue/entry.ts";
import type { Notes } from "./operations/notes.ts";
import { type Clauses, readClauses } from "../parser/clauses.ts";
import { offsetsOf, type Parser } from "../parser/load-parser.ts";

/** What lasts from one statement to the next. */
export interface Session {
  readonly catalogue: Catalogue;
  readonly parser: Parser;
  /** Takes one node of the parser's tree in: for statements that hold others. */
  readonly replay: (node: Node, context: Context) => Verdict;
  readonly diagnostics: Diagnostic[];
  /** What is said of the migrations themselves, by the file that a statement stands in. */
  readonly notes: Map<Migration, Notes>;
  searchPath: readonly string[];
  /** Whether something was made that goes when the file ends. */
  hasTemporary: boolean;
  /** Who `SET ROLE` says runs the statements. */
  role?: string;
}

/** One statement: its text, and how places in it are places in a file. */
export interface StatementText {
  readonly text: string;
  /** Where an offset of the text lies in the file. */
  readonly place: (offset: number) => Location;
  /** Inside a `DO` block: it may run or not, and what is there already is no mistake. */
  readonly conditional: boolean;
  /** The text that the parser read, of the same length, with placeholders masked. */
  readonly masked?: string;
  /** The comments right above it. */
  readonly description?: Prose;
}

/** Everything that a handler may ask while it takes one statement in. */
export interface Context extends StatementText {
  readonly session: Session;
  readonly migration: Migration;
  readonly clauses: () => Clauses;
  /** From the parser's UTF-8 bytes to an offset of the text. */
  readonly offset: (byte: number | undefined) => number;
}

/** What became of a statement. */
export type Verdict = "modelled" | "passed over" | "not understood";

/** The kinds of nodes in the parser's tree. */
export type NodeName = Node extends infer Each
  ? Each extends unknown
    ? keyof Each
    : never
  : never;

export type NodeBody<Name extends NodeName> =
  Extract<Node, Readonly<Record<Name, unknown>>> extends Readonly<Record<Name, infer Body>>
    ? Body
    : never;

/** From a kind of statement to what takes it in; a new kind is one line in the file of its family. */
export type Handlers = {
  readonly [Name in NodeName]?: (node: NodeBody<Name>, context: Context) => Verdict;
};

/** A node of the parser's tree: its kind, and what it holds. */
export interface Content {
  readonly name: string;
  readonly body: unknown;
}

/** Takes a node apart. */
export function contentOf(node: Node): Content {
  for (const name in node) return { name, body: (node as Readonly<Record<string, unknown>>)[name] };
  return { name: "", body: undefined };
}

export function contextOf(
  session: Session,
  migration: Migration,
  statement: StatementText,
): Context {
  return {
    ...statement,
    session,
    migration,
    clauses: once(() => readClauses(statement.text)),
    offset: offsetsOf(statement.masked ?? statement.text),
  };
}

/** Makes a value when it is first asked for, and keeps it. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The place of a node of the tree. */
const placeOf = (context: Context, byte?: number): Location => context.place(context.offset(byte));

export const originOf = (context: Context, byte?: number): Origin => ({
  migration: context.migration,
  location: placeOf(context, byte),
});

/** What a new object starts with. */
export const newEntry = (context: Context, name: string, byte?: number) => ({
  name,
  created: originOf(context, byte),
  changes: [] as Origin[],
  record: [] as AttributeChange[],
});

/** What a text of the statement says about an object. */
export const describedBy = (
  { migration }: Context,
  prose: Prose | undefined,
): Pick<Entry, "description"> => (prose ? { description: { prose, migration } } : {});

/** An object that the statement is about: the comments above the statement describe it. */
export const newSubject = (context: Context, name: string) => ({
  ...newEntry(context, name),
  ...describedBy(context, context.description),
});

/** Notes that the statement changed an object, once per statement. */
export function markChanged(entry: Entry, context: Context, byte?: number): void {
  const origin = originOf(context, byte);
  const last = entry.changes.at(-1);
  const isSame =
    last?.migration === origin.migration && last.location.line === origin.location.line;
  if (!isSame) entry.changes.push(origin);
}

/** Reports what is wrong with the statement; a foreign source's errors are warnings. */
export function report<Code extends DiagnosticCode>(
  context: Context,
  code: Code,
  args: DiagnosticArguments<Code>,
): void {
  const made = diagnose(code, args, { location: context.place(0) });
  const isSoftened = context.migration.foreign && made.severity === "error";
  context.session.diagnostics.push(isSoftened ? { ...made, severity: "warning" } : made);
}

/** The same statement, reported at another place. */
export const reportedAt = (context: Context, location: Location): Context => ({
  ...context,
  place: () => location,
});
