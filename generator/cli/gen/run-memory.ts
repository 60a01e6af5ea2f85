import { packageRoot, packageVersion } from "#config/package-root.ts";
import type { Settings } from "#model/settings.ts";
import { cacheHome } from "#sources/cache/cache-home.ts";
import { openCache } from "#sources/cache/open-cache.ts";
import { installRecords } from "#sources/typescript/install-records.ts";
import { basename, dirname, join, resolve } from "node:path";
import type { Arguments, ExitCode } from "../command.ts";
import type { Report } from "../report/report.ts";
import { diskState, gitPlaces, type Looked } from "./disk-state.ts";

/** What a run that changed nothing says, and with which code it ends. */
export interface QuietRun {
  readonly report: Report;
  readonly code: ExitCode;
}

/** Remembers what a run made, as long as nothing changes. */
export interface RunMemory {
  /** What this run would say; undefined when it has to be made. */
  readonly recall: () => QuietRun | undefined;
  readonly remember: (settings: Settings, run: QuietRun) => void;
}

interface Entry {
  readonly inputs: string;
  readonly output: string;
  readonly run: QuietRun;
}

/** Clocks of file systems are coarse: a file that changed this shortly before may change unnoticed. */
const coarseness = 100;

/**
 * Nothing in the project's folder, in git, in the output, in rastro itself or among the installed
 * packages changed since a run with the same arguments: then the same would come out. `now` is when
 * this run began.
 *
 * @trace P9
 */
export function openMemory(args: Arguments, now: number): RunMemory {
  const root = dirname(resolve(args.config));
  const { SOURCE_DATE_EPOCH = "", RASTRO_TRUSTED_REF = "" } = process.env;
  const asked = [JSON.stringify(args), SOURCE_DATE_EPOCH, RASTRO_TRUSTED_REF, process.version];
  const cache = openCache<Entry>(root, "gen", [...asked, packageVersion()]);
  if (!cache.isKept) return { recall: () => undefined, remember: () => undefined };
  const installed = installRecords(root).map((path) => ({ folder: join(root, path) }));
  const inputs = diskState([projectPlace(root), ...gitPlaces(root), ...installed, ...ownPlaces]);
  const outputOf = (): string => diskState([{ folder: join(root, "out") }]).digest;
  return {
    recall: () => {
      const entry = cache.read();
      const isSame = entry?.inputs === inputs.digest && entry.output === outputOf();
      return isSame ? entry.run : undefined;
    },
    remember: (settings, run) => {
      if (inputs.newest > now - coarseness || !isWithin(settings)) return;
      cache.write({ inputs: inputs.digest, output: outputOf(), run }, []);
    },
  };
}

const isElsewhere = new Set(["node_modules", ".git"]);

function projectPlace(root: string): Looked {
  const passed = [join(root, "out"), cacheHome(root)];
  return {
    folder: root,
    passes: (path) => passed.includes(path) || isElsewhere.has(basename(path)),
  };
}

const ownPlaces: readonly Looked[] = ["dist", "generator", "templates", "schemas"].map((name) => ({
  folder: join(packageRoot, name),
}));

/** What is read out of folders that nobody looks at may change unnoticed. */
const isWithin = ({ projects }: Settings): boolean =>
  projects.every(({ sources }) =>
    Object.values(sources).every((entries) =>
      entries.every(({ path }) => !/(^|\/)(node_modules|out)(\/|$)/.test(path)),
    ),
  );
