import type { Effect } from "#model/schema/change.ts";

interface Argument {
  readonly name?: string;
  readonly type: string;
  readonly mode: string;
  readonly default?: string;
}

interface Value {
  readonly before: unknown;
  readonly after: unknown;
}

const argumentsOf = (value: unknown): readonly Argument[] =>
  Array.isArray(value) ? (value as readonly Argument[]) : [];

/** Calls that were right stay right: every argument is where it was, and what is new has a default. */
function keepsCalls(before: readonly Argument[], after: readonly Argument[]): boolean {
  const kept = before.every((argument, at) => {
    const now = after[at];
    return (
      now !== undefined &&
      now.name === argument.name &&
      now.type === argument.type &&
      now.mode === argument.mode &&
      (argument.default === undefined || now.default !== undefined)
    );
  });
  return kept && after.slice(before.length).every((each) => each.default !== undefined);
}

const judgeArguments = ({ before, after }: Value): Effect =>
  keepsCalls(argumentsOf(before), argumentsOf(after)) ? "compatible" : "breaking";

/** What changes of a function mean for those who call it. */
export const routineEffects = {
  kind: "breaking",
  arguments: judgeArguments,
  returns: "breaking",
  language: "compatible",
} as const;
