import { type CommitSection, commitSections, type ConventionalSubject } from "#model/history.ts";
import type { CommitParser, ParserOptions } from "conventional-commits-parser";

/** What the conventions see in a message. */
export interface Meaning {
  readonly conventional?: ConventionalSubject;
  /** What breaks, in the words of its notes or of its marked subject. */
  readonly notes: readonly string[];
  /** Object name, as written. */
  readonly reverts?: string;
}

/** The rules of the preset of conventional commits. */
export interface Conventions {
  readonly read: (message: string) => Meaning;
  /** What stands for a type, by its name. */
  readonly sections: ReadonlyMap<string, CommitSection>;
}

/** The preset's shape: its own types promise nothing. */
interface ParserPreset {
  readonly parser: ParserOptions & Readonly<Record<"headerPattern", RegExp>>;
}

/** Above this a message is not searched for what it reverts: that pattern is quadratic in white space. */
const revertLimit = 4096;

/** Only a message with one of these has something for the parser below its subject. */
const bodyWords = /breaking[ -]change|this reverts commit/i;

/**
 * The parser of conventional commits with its preset. It is asked about the messages that hold a
 * note or a revert; of all others the preset's own patterns say everything, read from the subject.
 */
export async function loadConventions(): Promise<Conventions> {
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
  const parse = (message: string): Meaning =>
    parsedMeaning(tryParse(message.length > revertLimit ? plain : parser, message), sections);
  return {
    sections,
    read: (message) =>
      isPlain(message) ? subjectMeaning(firstLine(message), options, sections) : parse(message),
  };
}

/** Whether its first line is its subject, and nothing below it means anything. */
const isPlain = (message: string): boolean =>
  /^(?!gpg:)\S/.test(message) && !bodyWords.test(message);

function firstLine(message: string): string {
  const end = message.indexOf("\n");
  const line = end < 0 ? message : message.slice(0, end);
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function subjectMeaning(
  subject: string,
  { headerPattern, breakingHeaderPattern }: ParserPreset["parser"],
  sections: Conventions["sections"],
): Meaning {
  const marked = subject.includes("!: ") ? breakingHeaderPattern?.exec(subject) : undefined;
  const found = marked ?? headerPattern.exec(subject);
  // By position: taking a match apart as a list costs more than finding it.
  const named = found && { type: found[1], scope: found[2], subject: found[3] };
  const conventional = named ? toConventional(named, sections) : undefined;
  return {
    ...(conventional && { conventional }),
    notes: marked ? [(marked[3] ?? "").trim()] : [],
  };
}

function parsedMeaning(
  parsed: ReturnType<CommitParser["parse"]> | undefined,
  sections: Conventions["sections"],
): Meaning {
  if (parsed === undefined) return { notes: [] };
  const { type, scope, subject } = parsed;
  const conventional = toConventional({ type, scope, subject }, sections);
  const reverts = parsed.revert?.["hash"];
  return {
    ...(conventional && { conventional }),
    notes: parsed.notes.map(({ text }) => text.trim()),
    ...(typeof reverts === "string" && reverts !== "" && { reverts }),
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

/** Types that share a heading in the preset are one section, named after the one that we know. */
function sectionsOf(
  types: readonly { readonly type: string; readonly section?: string }[],
): Conventions["sections"] {
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

function toConventional(
  { type, scope, subject }: Readonly<Record<"type" | "scope" | "subject", unknown>>,
  sections: Conventions["sections"],
): ConventionalSubject | undefined {
  if (!isWritten(type) || !isWritten(subject)) return undefined;
  const section = sections.get(type.toLowerCase());
  return {
    type,
    ...(section !== undefined && { section }),
    ...(typeof scope === "string" && scope.trim() !== "" && { scope: scope.trim() }),
    description: subject.trim(),
  };
}

const isWritten = (value: unknown): value is string => typeof value === "string" && value !== "";
