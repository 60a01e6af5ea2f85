import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { itemId } from "#model/item.ts";
import {
  comparePlans,
  type PlanChange,
  planFields,
  type PlanMove,
  type PlannedRecord,
} from "#model/programme/plan-change.ts";
import { extractFiles, findCommit } from "../git/objects/extract-files.ts";
import { isShallow, openReasons, type Reasons, type Trace } from "../git/read-reasons.ts";
import type { Entry } from "./nouns/noun.ts";
import { type DataRecord, numberOf, placeOf, recordAt, textOf, textsOf } from "./record.ts";

/** What the versions of a plan are read with. */
export interface PlanRequest {
  readonly root: string;
  readonly entries: readonly Entry[];
  /** The records as they are below another folder. */
  readonly readAt: (root: string) => Promise<readonly Entry[]>;
}

type Changes = ReadonlyMap<Entry, PlanChange>;

/** What moved in each stage that names a version to compare its plan with. */
export async function readPlanChanges(request: PlanRequest): Promise<Outcome<Changes>> {
  const changes = new Map<Entry, PlanChange>();
  const diagnostics: Diagnostic[] = [];
  const versions = new Map<string, Promise<OldVersion | undefined>>();
  for (const entry of request.entries) {
    const asked = askedOf(entry);
    const since = asked && textOf(asked, "since");
    if (asked === undefined || since === undefined) continue;
    const version = versions.get(since) ?? readVersion(since, request);
    versions.set(since, version);
    const old = await version;
    if (old === undefined) diagnostics.push(await refuse(request.root, asked, since));
    else changes.set(entry, await changeOf(entry, old, request.entries));
  }
  return outcome(changes, diagnostics);
}

const askedOf = ({ kind, record }: Entry): DataRecord | undefined =>
  kind === "stage" ? recordAt(record.file, [...record.path, "plan-change"]) : undefined;

async function refuse(root: string, asked: DataRecord, version: string): Promise<Diagnostic> {
  const why = (await isShallow(root)) ? "shallow" : "unknown";
  const location = placeOf(asked, "since");
  return diagnose("sources/plan-version-missing", { version, why }, { location });
}

interface OldVersion {
  readonly since: string;
  readonly commit: string;
  readonly entries: readonly Entry[];
  readonly reasons: Reasons;
}

async function readVersion(
  since: string,
  { root, readAt }: PlanRequest,
): Promise<OldVersion | undefined> {
  const commit = await findCommit(root, since);
  if (commit === undefined) return undefined;
  const files = await extractFiles(root, commit, (path) => /\.(?:ya?ml|json)$/i.test(path));
  if (files === undefined) return undefined;
  try {
    const entries = await readAt(files.folder);
    return { since, commit, entries, reasons: openReasons(root, commit) };
  } finally {
    files.dispose();
  }
}

async function changeOf(
  entry: Entry,
  { since, commit, entries: old, reasons }: OldVersion,
  entries: readonly Entry[],
): Promise<PlanChange> {
  const places = new Map<string, Entry>(
    [...old, ...entries].map((each) => [idOf(each), each] as const),
  );
  const moves = comparePlans(idOf(entry), old.map(plannedOf), entries.map(plannedOf));
  const explained = moves.map(async (move) => ({
    ...move,
    ...(await reasons.of(tracesOf(move, places.get(move.id)))),
  }));
  return { since, commit, moves: await Promise.all(explained) };
}

const idOf = ({ kind, name }: Entry): string => itemId(kind, name);

const plannedOf = (entry: Entry): PlannedRecord => ({
  id: idOf(entry),
  title: textOf(entry.record, "title") ?? entry.name,
  formerly: textsOf(entry.record, "moved-from").map((name) => itemId(entry.kind, name)),
  fields: Object.fromEntries(
    planFields.flatMap((name) => {
      const value = textOf(entry.record, name) ?? numberOf(entry.record, name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  ),
});

/** Where the data say what a move says. Which commit took a field away, no line tells. */
function tracesOf({ change, fields }: PlanMove, entry: Entry | undefined): readonly Trace[] {
  if (entry === undefined) return [];
  if (change === "removed") return [{ file: placeOf(entry.record).file, lost: entry.name }];
  const names =
    change === "added" ? ["id"] : fields.flatMap(({ name, after }) => (after ? [name] : []));
  return names.map((name) => {
    const { file, line = 0 } = placeOf(entry.record, name);
    return { file, line };
  });
}
