import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import { type Item, itemId } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { SourceEntry } from "#model/settings.ts";
import type { TrustedSource } from "../../gates/read-trust.ts";
import { extractFiles } from "../../git/objects/extract-files.ts";
import { readHeldMinutes } from "../index.ts";

/** What the minutes of a project are compared with. */
export interface MinutesRequest {
  readonly root: string;
  readonly entries: readonly SourceEntry[];
  readonly facts: readonly Fact[];
  readonly trusted: TrustedSource;
}

/**
 * Minutes of held meetings that the trusted ref has and that are not here, or not as they are there.
 * The seal of the next meeting protects all but the newest; this protects the newest.
 */
export async function checkKeptMinutes(request: MinutesRequest): Promise<readonly Diagnostic[]> {
  const { root, entries, facts, trusted } = request;
  const { commit, ref } = trusted;
  if (commit === undefined || ref === undefined || !(await hasOtherData(trusted, commit)))
    return [];
  const files = await extractFiles(root, commit, (path) => /\.(?:ya?ml|json)$/i.test(path));
  if (files === undefined) return [];
  try {
    const here = new Map(heldMeetings(facts).map((sync) => [sync.id, sync]));
    const there = await readHeldMinutes({ root: files.folder, entries });
    return there.flatMap(({ name, digest, location }) => {
      const found = here.get(itemId("sync", name));
      return found?.attributes.digest === digest ? [] : [report(name, { found, location, ref })];
    });
  } finally {
    files.dispose();
  }
}

const heldMeetings = (facts: readonly Fact[]): readonly Item<"sync">[] =>
  facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === "sync" && fact.item.attributes.digest !== undefined
      ? [fact.item]
      : [],
  );

/** Whether any data file differs from that commit: mostly none does, and there is nothing to read. */
async function hasOtherData({ git }: TrustedSource, commit: string): Promise<boolean> {
  const data = ["*.yaml", "*.yml", "*.json"].map((name) => `:(glob)**/${name}`);
  const names = ["--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"];
  return (await git("diff", ...names, commit, "--", ...data)).trim() !== "";
}

interface Kept {
  readonly found: Item<"sync"> | undefined;
  /** Where the trusted ref has it. */
  readonly location: Location;
  readonly ref: string;
}

const report = (sync: string, { found, location, ref }: Kept): Diagnostic =>
  diagnose(
    "sources/programme-minutes-not-kept",
    { sync, ref, isGone: found === undefined },
    { location: found?.location ?? { file: location.file } },
  );
