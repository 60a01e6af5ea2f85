import type { CommitSection, ConventionalSubject } from "#model/history.ts";
import { splitNumbers } from "./find-issues.ts";

/** One line of a squashed body: a bullet of a forge, or a subject after an empty line. */
const header = /^([*-] +)?([a-z]{2,12})(?:\(([^()]{1,120})\))?(!)?: +(\S.*)$/;

/** No body says more than this. */
const limits = { lines: 4000, width: 1000, parts: 200 };

/** A message, with what its subject means in the conventions. */
export interface SquashedMessage {
  readonly subject: string;
  readonly body: string;
  readonly own: ConventionalSubject | undefined;
}

/** A subject that was squashed away, and whether it says that it breaks something. */
export interface SquashedSubject extends ConventionalSubject {
  readonly breaks: boolean;
}

/**
 * The conventional subjects in the body of a squashed commit, without the commit's own. Only types
 * of the conventions count: `note: …` is prose. What a release or an update of dependencies quotes
 * was done elsewhere.
 */
export function expandSquash(
  { subject, body, own }: SquashedMessage,
  sections: ReadonlyMap<string, CommitSection>,
): readonly SquashedSubject[] {
  if (!body.includes(": ") || quotesOthers(subject, own)) return [];
  const seen = new Set(own ? [keyOf(own)] : []);
  const parts: SquashedSubject[] = [];
  let afterBlank = true;
  for (const line of body.split("\n", limits.lines)) {
    const part = line.length <= limits.width ? readLine(line, afterBlank, sections) : undefined;
    afterBlank = line.trim() === "";
    if (part === undefined || seen.has(keyOf(part)) || parts.length >= limits.parts) continue;
    seen.add(keyOf(part));
    parts.push(part);
  }
  return parts;
}

/** `Version Packages (next)`, `[ci] release`: what tools write that publish packages. */
const publishes = /^(?:\[[^\]]{1,20}\] *)?(?:version packages|release)\b/i;

function quotesOthers(subject: string, own: ConventionalSubject | undefined): boolean {
  const { type, scope = "", description } = own ?? { type: "", description: subject };
  return (
    /^deps/.test(scope) ||
    scope === "release" ||
    publishes.test(description) ||
    (type === "chore" && /\brelease\b/i.test(description))
  );
}

const keyOf = ({ type, scope = "", description }: ConventionalSubject): string =>
  `${type}(${scope}):${splitNumbers(description).text.toLowerCase()}`;

function readLine(
  line: string,
  afterBlank: boolean,
  sections: ReadonlyMap<string, CommitSection>,
): SquashedSubject | undefined {
  const [, bullet, type = "", scope, bang, description = ""] = header.exec(line) ?? [];
  const section = sections.get(type);
  if (section === undefined || (bullet === undefined && !afterBlank)) return undefined;
  if (/^https?:\/\/\S+$/.test(description)) return undefined;
  return {
    type,
    section,
    ...(scope !== undefined && { scope: scope.trim() }),
    description: description.trim(),
    breaks: bang !== undefined,
  };
}
