import {
  type CommitSection,
  commitSections,
  type ConventionalSubject,
  type IssueReference,
} from "#model/history.ts";
import type { CommitParser, ParserOptions } from "conventional-commits-parser";
import { expandSquash, type SquashedSubject } from "./expand-squash.ts";
import { findClosed, findMerged, splitNumbers, uniqueIssues } from "./find-issues.ts";

/** What a message says, beyond its text. */
export interface ParsedMessage {
  readonly subject: string;
  readonly body: string;
  readonly conventional?: ConventionalSubject;
  readonly breaking: readonly string[];
  readonly parts?: readonly ConventionalSubject[];
  readonly merged?: string;
  readonly issues?: readonly IssueReference[];
  readonly reverts?: string;
}

export type ParseMessage = (message: string) => ParsedMessage;

/** The preset's shape: its own types promise nothing. */
interface ParserPreset {
  readonly parser: ParserOptions;
}

/** Above this a message is not searched for what it reverts: that pattern is quadratic in white space. */
const revertLimit = 4096;

/** Loads the parser of conventional commits with the rules of its preset. */
export async function loadMessageParser(): Promise<ParseMessage> {
  const [{ CommitParser: Parser }, preset] = await Promise.all([
    import("conventional-commits-parser"),
    import("conventional-changelog-conventionalcommits"),
  ]);
  const { parser: options } = preset.default() as ParserPreset;
  const sections = sectionsOf(preset.DEFAULT_COMMIT_TYPES);
  // References to issues are not asked for. A prefix that never occurs is the one setting under
  // which the parser looks for them in linear time, however long a line somebody committed.
  const lean = { ...options, issuePrefixes: [/(?!)/], ...without("referenceActions") };
  const parser = new Parser(lean);
  const plain = new Parser({ ...lean, ...without("revertPattern") });
  return (message) => {
    const text = splitMessage(message);
    const parsed = tryParse(message.length > revertLimit ? plain : parser, message);
    const conventional = parsed && describeSubject(parsed, sections);
    const parts = expandSquash(conventional, text.body, sections);
    const notes = parsed?.notes.map((note) => note.text.trim()) ?? [];
    const squashed = parts.filter(({ breaks }) => breaks).map(({ description }) => description);
    return {
      ...text,
      ...(conventional && { conventional }),
      breaking: [...new Set([...notes, ...squashed])].filter((each) => each !== ""),
      ...(parts.length > 0 && { parts: parts.map(withoutMark) }),
      ...describeForge(text, conventional),
      ...revertedName(parsed),
    };
  };
}

function revertedName(
  parsed: ReturnType<CommitParser["parse"]> | undefined,
): Pick<ParsedMessage, "reverts"> {
  const reverts = parsed?.revert?.["hash"];
  return typeof reverts === "string" && reverts !== "" ? { reverts } : {};
}

const withoutMark = ({ breaks: _, ...subject }: SquashedSubject): ConventionalSubject => subject;

/** What a forge wrote into a message: numbers, and the title of what was merged. */
function describeForge(
  { subject, body }: Pick<ParsedMessage, "subject" | "body">,
  conventional: ConventionalSubject | undefined,
): Pick<ParsedMessage, "merged" | "issues"> {
  const request = findMerged(subject, body);
  const { issues: numbers } = splitNumbers(conventional?.description ?? subject);
  const issues = uniqueIssues([...request, ...numbers, ...findClosed(`${subject}\n${body}`)]);
  const [title = ""] = body.split("\n", 1);
  return {
    ...(request.length > 0 && /^Merge/.test(subject) && title !== "" && { merged: title.trim() }),
    ...(issues.length > 0 && { issues }),
  };
}

/** The parser leaves out what is set to `undefined`, although its types do not say so. */
const without = (...names: readonly (keyof ParserOptions)[]): Partial<ParserOptions> =>
  Object.fromEntries(names.map((name) => [name, undefined]));

/** The parser throws at an empty message, and runs out of stack on thousands of notes. */
function tryParse(
  parser: CommitParser,
  message: string,
): ReturnType<CommitParser["parse"]> | undefined {
  try {
    return parser.parse(message);
  } catch {
    return undefined;
  }
}

function splitMessage(message: string): { subject: string; body: string } {
  const text = message.trim();
  const end = text.indexOf("\n");
  return end < 0
    ? { subject: text, body: "" }
    : { subject: text.slice(0, end).trimEnd(), body: text.slice(end + 1).trim() };
}

/** Types that share a heading in the preset are one section, named after the one that we know. */
function sectionsOf(
  types: readonly { readonly type: string; readonly section?: string }[],
): ReadonlyMap<string, CommitSection> {
  const known = new Map<string | undefined, CommitSection>();
  for (const name of commitSections) {
    known.set(types.find(({ type }) => type === name)?.section, name);
  }
  return new Map(
    types.flatMap(({ type, section }) => {
      const name = known.get(section);
      return name === undefined ? [] : [[type, name] as const];
    }),
  );
}

function describeSubject(
  parsed: Readonly<Record<string, unknown>>,
  sections: ReadonlyMap<string, CommitSection>,
): ConventionalSubject | undefined {
  const { type, scope, subject } = parsed;
  if (typeof type !== "string" || type === "" || typeof subject !== "string") return undefined;
  const section = sections.get(type.toLowerCase());
  return {
    type,
    ...(section !== undefined && { section }),
    ...(typeof scope === "string" && scope.trim() !== "" && { scope: scope.trim() }),
    description: subject.trim(),
  };
}
