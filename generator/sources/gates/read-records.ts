import { withLineFeeds } from "#data/canonical.ts";
import type { GateRecord, StoredFile } from "#model/programme/sign-off.ts";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isInside } from "../files.ts";

/** The folder with the decisions about a gate: named after it, beside its policy. */
export const recordsFolder = (policy: string, gate: string): string =>
  [...policy.split("/").slice(0, -1), gate].join("/");

/** Everything that was ever decided about a gate, as it is stored. */
export function readRecords(root: string, folder: string): readonly GateRecord[] {
  return namesIn(root, folder)
    .filter((name) => /^[1-9]\d{0,5}$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((sequence) => {
      const own = `${folder}/${sequence}`;
      return {
        sequence,
        statement: readStored(root, `${own}/statement.json`) ?? {
          path: `${own}/statement.json`,
          bytes: Buffer.alloc(0),
        },
        signOffs: readSignOffs(root, `${own}/signoffs`),
      };
    });
}

const readSignOffs = (root: string, folder: string): GateRecord["signOffs"] =>
  namesIn(root, folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const stored = readStored(root, `${folder}/${name}`);
      const signature = readStored(root, `${folder}/${name}.sig`);
      return stored ? [{ ...stored, ...(signature && { signature }) }] : [];
    });

function namesIn(root: string, folder: string): readonly string[] {
  const absolute = join(root, folder);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  return stats?.isDirectory() && isInside(root, absolute) ? readdirSync(absolute).toSorted() : [];
}

/** No decision is that long; what is, is not read. */
const longest = 16 * 1024 * 1024;

function readStored(root: string, path: string): StoredFile | undefined {
  const absolute = join(root, path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  const isReadable = stats?.isFile() && stats.size <= longest && isInside(root, absolute);
  return isReadable ? { path, bytes: withLineFeeds(readFileSync(absolute)) } : undefined;
}
