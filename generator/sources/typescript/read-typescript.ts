import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Fact } from "#model/fact.ts";
import { realpathSync } from "node:fs";
import { type FileKind, listFiles, softened, type SourceFile } from "../files.ts";
import type { Source } from "../source.ts";
import { openCache } from "../cache/open-cache.ts";
import { versions } from "./versions.ts";

/** Declarations repeat what the code says, so they are read only where they are named. */
const code: FileKind = { endings: ["ts", "tsx", "mts", "cts"], except: ".d" };

/** Documents the exports of TypeScript files. The compiler is loaded only when something changed. */
export const readTypeScript: Source = async (request) => {
  const { value: files, diagnostics } = await listFiles(request, code);
  // The compiler follows links; paths that do not agree with it would belong to no module.
  const root = realpathSync(request.root).replaceAll("\\", "/");
  const documented = files.length === 0 ? outcome([]) : await readCached(root, files);
  return outcome(documented.value, [...diagnostics, ...documented.diagnostics]);
};

async function readCached(
  root: string,
  files: readonly SourceFile[],
): Promise<Outcome<readonly Fact[]>> {
  const asked = files.map(({ path, entry }) => `${path}${entry.foreign ? " foreign" : ""}`);
  const cache = openCache<Outcome<readonly Fact[]>>(root, "typescript", [...versions, ...asked]);
  const remembered = cache.read();
  if (remembered) return remembered;
  const { documentFiles } = await import("./document.ts");
  try {
    const { outcome: found, inputs } = await documentFiles(root, files);
    cache.write(found, [...inputs, "package-lock.json", "tsconfig.json"]);
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
