import type { TaggedCommit } from "./assign-releases.ts";
import { parseTag } from "./parse-tag.ts";
import type { ReadCommit } from "../read-log.ts";
import type { ParsedMessage } from "../messages/parse-message.ts";

/** The preset's shape: its own types promise nothing. */
interface BumpPreset {
  readonly whatBump: (commits: readonly object[]) => { readonly level: number } | null;
}

const version = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/;

/** What the conventions propose: for the repository, and for each package with tags of its own. */
export interface ProposedTags {
  readonly nextTag?: string;
  readonly packageTags?: readonly string[];
}

/** A finished version, by its tag, and whose it is. */
interface Version {
  readonly release: TaggedCommit;
  readonly package: string;
  readonly written: string;
  readonly numbers: readonly number[];
}

/**
 * The tags that the conventions propose for the commits since the newest finished versions; nothing
 * without such a version, or when no commit since then asks for a new one. Of a package those
 * commits count whose scope names it.
 */
export async function proposeTags(
  releases: readonly TaggedCommit[],
  commits: readonly ReadCommit[],
  tagOf: ReadonlyMap<string, string>,
): Promise<ProposedTags> {
  const newest = new Map<string, Version>();
  for (const each of releases.flatMap(toVersion)) {
    newest.delete(each.package);
    newest.set(each.package, each);
  }
  if (newest.size === 0) return {};
  const raised = await loadRules();
  const order = new Map(releases.map(({ tag }, at) => [tag, at]));
  const proposals = [...newest.values()].flatMap((last) => {
    const from = order.get(last.release.sameAs ?? last.release.tag) ?? 0;
    const since = commits.filter(({ record, parsed }) => {
      const at = order.get(tagOf.get(record.hash) ?? "") ?? Infinity;
      return at > from && concerns(parsed, last.package);
    });
    const tag = since.length === 0 ? undefined : raised(last, since);
    return tag === undefined ? [] : [{ tag, isPlain: last.package === "" }];
  });
  // Where packages took over from versions of the whole, nobody waits for another one of those.
  const latest = [...newest.values()].at(-1);
  const plain = latest?.package === "" ? proposals.find(({ isPlain }) => isPlain) : undefined;
  const packageTags = proposals.flatMap(({ tag, isPlain }) => (isPlain ? [] : [tag]));
  return {
    ...(plain && { nextTag: plain.tag }),
    ...(packageTags.length > 0 && { packageTags: packageTags.sort() }),
  };
}

function toVersion(release: TaggedCommit): readonly Version[] {
  const { package: owner = "", version: written = "" } = parseTag(release.tag);
  return version.test(written)
    ? [{ release, package: owner, written, numbers: written.split(".").map(Number) }]
    : [];
}

/** A scope may name several packages, and a package without its namespace. */
function concerns({ conventional }: ParsedMessage, owner: string): boolean {
  if (owner === "") return true;
  const scopes = conventional?.scope?.split(/[,\s]+/) ?? [];
  return scopes.some((scope) => scope === owner || owner.endsWith(`/${scope}`));
}

type Raise = (last: Version, since: readonly ReadCommit[]) => string | undefined;

/** How the conventions raise a version. */
export async function loadRules(): Promise<Raise> {
  const [{ default: createPreset }, { guessNextTag }] = await Promise.all([
    import("conventional-changelog-conventionalcommits"),
    import("conventional-changelog"),
  ]);
  return ({ release: { tag }, numbers, written, package: owner }, since) => {
    const preset = createPreset({ preMajor: numbers[0] === 0 }) as BumpPreset;
    const bump = preset.whatBump(since.map(({ parsed }) => toPresetCommit(parsed)));
    if (bump === null) return undefined;
    const next = raise(numbers, bump.level);
    return owner === "" ? guessNextTag(tag, next) : tag.slice(0, -written.length) + next;
  };
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
