import { packageVersion } from "#config/package-root.ts";
import type { Diagnostic } from "#diagnostics/index.ts";
import { checkUrls, openUrlCache } from "#sources/external/index.ts";
import { judgeOutside } from "#verify/folder/index.ts";
import { statSync } from "node:fs";
import { join } from "node:path";
import type { FolderRun } from "./check-folder.ts";
import type { OutsideOptions } from "./options.ts";

const second = 1000;
const day = 24 * 60 * 60 * second;

/** Asks the web for the addresses of a folder, and says what it answered. */
export async function checkOutside(
  { root, outside }: FolderRun,
  { cache = usualCache(root), days, allowPrivate }: OutsideOptions,
): Promise<readonly Diagnostic[]> {
  const urls = new Set(outside.map(({ url }) => url));
  const states = await checkUrls(urls, openUrlCache(cache, days * day), {
    allowPrivate,
    timeout: 20 * second,
    longestWait: 30 * second,
    userAgent: `rastro/${packageVersion()}`,
  });
  return judgeOutside(outside, states);
}

/** Where tools keep what can be made again; a folder without it has no cache of its own. */
function usualCache(root: string): string | undefined {
  const modules = join(root, "node_modules");
  const isThere = statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true;
  return isThere ? join(modules, ".cache/rastro/urls.json") : undefined;
}
