import type { ConventionalSubject, IssueReference } from "#model/history.ts";
import { expandSquash, type SquashedSubject } from "./expand-squash.ts";
import { findClosed, findMerged, splitNumbers, uniqueIssues } from "./find-issues.ts";
import { loadConventions } from "./read-conventions.ts";

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

/** Loads the conventions, and reads messages by them. */
export async function loadMessageParser(): Promise<ParseMessage> {
  const { read, sections } = await loadConventions();
  return (message) => {
    const text = splitMessage(message);
    const { conventional, notes, reverts } = read(message);
    const parts = expandSquash({ ...text, own: conventional }, sections);
    return {
      ...text,
      ...(conventional && { conventional }),
      breaking: breakingOf(notes, parts),
      ...(parts.length > 0 && { parts: parts.map(withoutMark) }),
      ...describeForge(text, conventional),
      ...(reverts !== undefined && { reverts }),
    };
  };
}

/** In the body of a squashed commit a note ends where the next subject begins: `* docs: …`. */
const nextSubject = /\n+[*-] +[a-z]{2,12}(?:\([^()\n]{1,120}\))?!?: /;

function breakingOf(
  notes: readonly string[],
  parts: readonly SquashedSubject[],
): readonly string[] {
  const squashed = parts.filter(({ breaks }) => breaks).map(({ description }) => description);
  const own = notes.map((note) => note.split(nextSubject, 1)[0]?.trim() ?? "");
  return [...new Set([...own, ...squashed])].filter((each) => each !== "");
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

function splitMessage(message: string): { subject: string; body: string } {
  const text = message.trim();
  const end = text.indexOf("\n");
  return end < 0
    ? { subject: text, body: "" }
    : { subject: text.slice(0, end).trimEnd(), body: text.slice(end + 1).trim() };
}
