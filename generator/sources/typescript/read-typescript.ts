import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import { realpathSync } from "node:fs";
import { softened } from "../files.ts";
import type { Source } from "../source.ts";
import { openCache } from "../cache/open-cache.ts";
import { installRecords } from "./install-records.ts";
import { type CodeListing, listCode } from "./packages/list-code.ts";
import { versions } from "./versions.ts";

/** Documents the exports of TypeScript files. The compiler is loaded only when something changed. */
export const readTypeScript: Source = async (request) => {
  const { value: listing, diagnostics } = await listCode(request);
  // The compiler follows links; paths that do not agree with it would belong to no module.
  const root = realpathSync(request.root).replaceAll("\\", "/");
  const documented = listing.files.length === 0 ? outcome([]) : await readCached(root, listing);
  return outcome(documented.value, [...diagnostics, ...documented.diagnostics]);
};

async function readCached(root: string, listing: CodeListing): Promise<Outcome<readonly Fact[]>> {
  const { files, packages } = listing;
  const asked = [
    ...files.map(
      ({ path, module, entry }) => `${path} ${module}${entry.foreign ? " foreign" : ""}`,
    ),
    JSON.stringify(packages),
  ];
  const cache = openCache<Outcome<readonly Fact[]>>(root, "typescript", [...versions, ...asked]);
  const remembered = cache.read();
  if (remembered) return remembered;
  const { documentFiles } = await import("./document.ts");
  try {
    const { outcome: found, inputs } = await documentFiles(root, listing);
    const settings = ["package-lock.json", "tsconfig.json", ...installRecords(root)];
    cache.write(found, [...inputs, ...settings]);
    return found;
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const failed = diagnose("sources/typescript-failed", { reason });
    return outcome(
      [],
      softened(
        [failed],
        files.every(({ entry }) => entry.foreign),
      ),
    );
  }
}
