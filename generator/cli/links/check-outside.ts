import { packageVersion } from "#config/package-root.ts";
import type { Diagnostic } from "#diagnostics/index.ts";
import { checkUrls, openUrlCache } from "#sources/external/index.ts";
import { cacheHome } from "#sources/cache/cache-home.ts";
import { judgeOutside } from "#verify/folder/index.ts";
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

/** Beside all else that is remembered of the folder; nowhere when nothing may be. */
function usualCache(root: string): string | undefined {
  const home = cacheHome(root);
  return home === undefined ? undefined : join(home, "urls.json");
}
