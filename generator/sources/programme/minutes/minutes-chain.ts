import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { sortedJson } from "#model/trace/digest.ts";
import { createHash } from "node:crypto";
import type { Entry } from "../nouns/noun.ts";
import { type DataRecord, placeOf, recordAt, textOf } from "../record.ts";

/** The digests of the minutes of all meetings that were held, and the seals that they break. */
export function chainMinutes(entries: readonly Entry[]): {
  readonly digests: ReadonlyMap<Entry, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const raised = Map.groupBy(entries, ({ record }) => raisedIn(record));
  const digests = new Map(
    entries
      .filter(({ kind, record }) => kind === "sync" && textOf(record, "status") === "held")
      .map((entry) => [entry, digestOf(entry, raised.get(entry.name) ?? [])]),
  );
  const byName = new Map([...digests].map(([{ name }, digest]) => [name, digest]));
  return { digests, diagnostics: entries.flatMap((entry) => checkSeal(entry, byName)) };
}

const raisedIn = (record: DataRecord): string | undefined =>
  textOf(record, "raised-in")?.replace(/^sync:/, "");

/** What people go on to work at, and what follows from it, is no part of the minutes. */
const agreed: Readonly<Record<string, readonly string[]>> = {
  decision: ["id", "title", "description", "status", "by", "date"],
  action: ["id", "title"],
  blocker: ["id", "title"],
};

function digestOf({ record }: Entry, raised: readonly Entry[]): string {
  const outcomes = raised.map(({ kind, name, record: { value } }) => {
    const fields = agreed[kind] ?? [];
    return [`${kind}:${name}`, fields.map((key) => [key, value[key] ?? null])] as const;
  });
  const sorted = outcomes.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `sha256:${createHash("sha256")
    .update(sortedJson([record.value, sorted]))
    .digest("hex")}`;
}

/** A name that leads nowhere is reported as a reference. */
function checkSeal(
  { kind, record }: Entry,
  digests: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const seal = recordAt(record.file, [...record.path, "previous"]);
  const sync = seal && textOf(seal, "sync")?.replace(/^sync:/, "");
  const sealed = seal && textOf(seal, "digest");
  const now = sync === undefined ? undefined : digests.get(sync);
  if (kind !== "sync" || sync === undefined || sealed === undefined || sealed === now) return [];
  return [
    diagnose(
      "sources/programme-minutes-changed",
      { sync, sealed: short(sealed), now: short(now ?? "") },
      { location: placeOf(record, "previous", "digest") },
    ),
  ];
}

const short = (digest: string): string => digest.replace(/^sha256:/, "").slice(0, 12) || "—";
