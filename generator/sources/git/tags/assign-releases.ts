import { isPrerelease } from "./parse-tag.ts";
import type { LogRecord, Tag } from "../read-log.ts";

/** A tag in the history, and what it shares its commit with. */
export interface TaggedCommit {
  readonly tag: string;
  readonly record: LogRecord;
  readonly sameAs?: string;
  /** The finished version that came after this pre-release and took its commits. */
  readonly foldedInto?: string;
}

export interface Assignment {
  /** Oldest first. */
  readonly releases: readonly TaggedCommit[];
  /** The tag that first holds a commit, by its hash. */
  readonly tagOf: ReadonlyMap<string, string>;
  /** Tags that lead to no commit of this history. */
  readonly otherTags: number;
}

/**
 * A commit belongs to the oldest finished version that reaches it, and to a pre-release only when
 * none does. Tags are walked from the oldest on, each as far as commits that are taken already:
 * every commit is seen once, however many tags there are.
 */
export function assignReleases(log: readonly LogRecord[], tags: readonly Tag[]): Assignment {
  const records = new Map(log.map((record) => [record.hash, record]));
  const reachable = tags.flatMap(({ name, commit }) => {
    const record = records.get(commit);
    return record ? [{ tag: name, record }] : [];
  });
  const tagged = reachable.sort(
    (a, b) => a.record.position - b.record.position || compareTags(a.tag, b.tag),
  );
  const tagOf = new Map<string, string>();
  const leading = new Map<string, string>();
  const claim = ({ tag, record }: TaggedCommit): void => {
    if (leading.has(record.hash)) return;
    leading.set(record.hash, tag);
    claimAncestors(tag, record, { records, tagOf });
  };
  for (const each of tagged) if (!isPrerelease(each.tag)) claim(each);
  const finished = new Map(tagOf);
  for (const each of tagged) if (!finished.has(each.record.hash)) claim(each);
  const releases = tagged.map(({ tag, record }): TaggedCommit => {
    const lead = leading.get(record.hash);
    if (lead !== undefined) return { tag, record, ...(lead !== tag && { sameAs: lead }) };
    const foldedInto = finished.get(record.hash);
    return { tag, record, ...(foldedInto !== undefined && { foldedInto }) };
  });
  return { releases, tagOf, otherTags: tags.length - reachable.length };
}

function claimAncestors(
  tag: string,
  from: LogRecord,
  { records, tagOf }: { records: ReadonlyMap<string, LogRecord>; tagOf: Map<string, string> },
): void {
  const open = [from];
  for (let record = open.pop(); record !== undefined; record = open.pop()) {
    if (tagOf.has(record.hash)) continue;
    tagOf.set(record.hash, tag);
    for (const parent of record.parents) {
      const next = records.get(parent);
      if (next !== undefined && !tagOf.has(parent)) open.push(next);
    }
  }
}

/** Of two tags of one commit the finished version stands first, then the plain one, then by name. */
function compareTags(a: string, b: string): number {
  const rank = (tag: string): number => (isPrerelease(tag) ? 2 : 0) + (/^v?\d/.test(tag) ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
