import { digestOf } from "#sources/digests.ts";
import { openGit } from "#sources/git/run-git.ts";
import { arch, cpus, totalmem, type } from "node:os";

/** Where a figure comes from: what was there before the command ran. */
export interface Provenance {
  readonly commit: string;
  /** Files differ from the commit. */
  readonly dirty: boolean;
  readonly environment: string;
  readonly covers?: { readonly files: readonly string[]; readonly sha256: string };
}

interface Asked {
  readonly to: string;
  readonly environment: string | undefined;
  readonly covers: readonly string[];
}

/** What is true before the run; the name of what is wrong when there is nothing to trace it to. */
export async function readProvenance(
  root: string,
  { to, environment, covers }: Asked,
): Promise<Provenance | "noCommit" | "coversNothing"> {
  const sha256 = covers.length === 0 ? undefined : digestOf(root, covers);
  if (covers.length > 0 && sha256 === undefined) return "coversNothing";
  const git = openGit(root);
  try {
    const commit = (await git("rev-parse", "--verify", "HEAD^{commit}")).trim();
    // The record itself may be replaced without making anything unclear.
    const status = await git("status", "--porcelain", "--", ".", `:(exclude,literal)${to}`);
    return {
      ...{ commit, dirty: status !== "" },
      environment: [environment, machine()].filter((part) => part !== undefined).join("; "),
      ...(sha256 !== undefined && { covers: { files: covers, sha256 } }),
    };
  } catch {
    return "noCommit";
  }
}

const gibibyte = 2 ** 30;

/** The machine, as far as figures depend on it. */
function machine(): string {
  const [first] = cpus();
  const processors = `${String(cpus().length)} × ${first?.model.trim() ?? arch()}`;
  const memory = `${String(Math.round(totalmem() / gibibyte))} GiB`;
  return `${type()} ${arch()}, ${processors}, ${memory}, Node.js ${process.version}`;
}
