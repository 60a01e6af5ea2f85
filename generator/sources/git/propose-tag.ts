import type { TaggedCommit } from "./assign-releases.ts";
import type { LogRecord } from "./read-log.ts";
import type { ParsedMessage } from "./parse-message.ts";

/** A commit with what its message says. */
export interface ReadCommit {
  readonly record: LogRecord;
  readonly parsed: ParsedMessage;
}

/** The preset's shape: its own types promise nothing. */
interface BumpPreset {
  readonly whatBump: (commits: readonly object[]) => { readonly level: number } | null;
}

const version = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/;

/**
 * The tag that the conventions propose for the commits since the newest finished version; nothing
 * without such a version, or when no commit since then asks for a new one.
 */
export async function proposeTag(
  releases: readonly TaggedCommit[],
  commits: readonly ReadCommit[],
  tagOf: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const last = releases.findLast(({ tag }) => version.test(tag));
  const numbers = last && version.exec(last.tag)?.slice(1).map(Number);
  if (last === undefined || numbers === undefined) return undefined;
  const later = new Set(
    releases.filter(({ record }) => record.position > last.record.position).map(({ tag }) => tag),
  );
  const since = commits.filter(({ record }) => {
    const tag = tagOf.get(record.hash);
    return tag === undefined || later.has(tag);
  });
  if (since.length === 0) return undefined;
  const [{ default: createPreset }, { guessNextTag }] = await Promise.all([
    import("conventional-changelog-conventionalcommits"),
    import("conventional-changelog"),
  ]);
  const preset = createPreset({ preMajor: numbers[0] === 0 }) as BumpPreset;
  const bump = preset.whatBump(since.map(({ parsed }) => toPresetCommit(parsed)));
  return bump === null ? undefined : guessNextTag(last.tag, raise(numbers, bump.level));
}

const toPresetCommit = ({ subject, conventional, breaking }: ParsedMessage): object => ({
  header: subject,
  type: conventional?.type ?? null,
  scope: conventional?.scope ?? null,
  notes: breaking.map((text) => ({ title: "BREAKING CHANGE", text })),
});

/** Level 0 raises the first number, 1 the second, 2 the third; those behind it start again. */
const raise = (numbers: readonly number[], level: number): string =>
  numbers.map((each, at) => (at < level ? each : at === level ? each + 1 : 0)).join(".");
