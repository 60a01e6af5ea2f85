import { diagnose, joinOutcomes, outcome, type Outcome } from "#diagnostics/index.ts";
import { findRegions } from "#markdown/index.ts";
import type { MarkedFile, RegionSources } from "#model/pages/region.ts";
import type { Settings } from "#model/settings.ts";
import { join, posix } from "node:path";
import { isInside, listFiles, readText, type SourceFile, statOf } from "../files.ts";

/** Reads the committed files that have regions, and what their markers name. */
export async function readRegionFiles({
  root,
  regions: entries,
}: Pick<Settings, "root" | "regions">): Promise<Outcome<RegionSources>> {
  const listed = await listFiles({ root, entries }, { endings: ["md", "markdown"] });
  const read = joinOutcomes(listed.value.map((file) => readMarked(root, file, entries)));
  const tracked = await listTracked(root, read.value);
  return outcome({ files: read.value, named: readNamed(root, read.value), ...tracked.value }, [
    ...listed.diagnostics,
    ...read.diagnostics,
    ...tracked.diagnostics,
  ]);
}

function readMarked(
  root: string,
  { path, entry }: SourceFile,
  entries: Settings["regions"],
): Outcome<readonly MarkedFile[]> {
  const { value: text, diagnostics } = readText(root, path);
  if (text === undefined) return outcome([], diagnostics);
  const { value: regions, diagnostics: problems } = findRegions(text, path);
  const language = entries.find((each) => each.location === entry.location)?.language;
  const file = { file: path, text, regions, ...(language !== undefined && { language }) };
  return outcome(regions.length > 0 ? [file] : [], problems);
}

/** What cannot be read is left out: the region that asks for it says so at its marker. */
function readNamed(root: string, files: readonly MarkedFile[]): ReadonlyMap<string, string> {
  const wanted = files.flatMap(({ regions }) =>
    regions.flatMap(({ options: { file } }) => (file === undefined ? [] : [posix.normalize(file)])),
  );
  return new Map(
    wanted.flatMap((file) => {
      const path = join(root, file);
      if (!isInside(root, path) || !statOf(path)?.isFile()) return [];
      const { value } = readText(root, file);
      return value === undefined ? [] : [[file, value] as const];
    }),
  );
}

/** Every file that is in the repository or about to be, so that adding it changes nothing. */
async function listTracked(
  root: string,
  files: readonly MarkedFile[],
): Promise<Outcome<Pick<RegionSources, "tracked">>> {
  const asking = files.flatMap(({ file, regions }) =>
    regions.filter(({ name }) => name === "tree").map(({ line }) => ({ file, line })),
  );
  const [location] = asking;
  if (location === undefined) return outcome({});
  const { openGit } = await import("../git/run-git.ts");
  try {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const listed = (await openGit(root)(...args)).split("\0");
    const there = listed.filter((path) => isShown(path) && statOf(join(root, path)) !== undefined);
    return outcome({ tracked: [...new Set(there)].sort() });
  } catch {
    return outcome({}, [diagnose("sources/no-file-list", {}, { location })]);
  }
}

/** What rastro makes is not part of the repository, even where git is not told so. */
const isShown = (path: string): boolean => path !== "" && !/^out(?:\.next)?\//.test(path);
