import { diagnose, type Diagnostic, hasErrors } from "#diagnostics/index.ts";
import type { OutputFile } from "#model/pages/page.ts";
import { targets } from "#model/pages/page.ts";
import { basename } from "node:path";
import { compareOutput } from "./compare.ts";
import { readOutput } from "./current-output.ts";
import { onDisk } from "./disk.ts";

/** Compares `out/` with what would be made, all targets together; each difference is a diagnostic. */
export function checkOutput(files: readonly OutputFile[], out: string): readonly Diagnostic[] {
  const checked = onDisk(out, (): readonly Diagnostic[] => {
    const { value: current, diagnostics } = readOutput(out);
    if (hasErrors(diagnostics)) return diagnostics;
    const compared = compareOutput(files, current, targets);
    const place = (path: string) => ({ location: { file: `${basename(out)}/${path}` } });
    const made = new Set(compared.files.map(({ path }) => path));
    const extra = [...current.manifest.keys()].filter(
      (path) => current.tree.entries.has(path) && !made.has(path),
    );
    return [
      ...diagnostics,
      ...compared.files.flatMap(({ path, difference }) => {
        if (difference === "unchanged") return [];
        const code = difference === "new" ? "publish/missing-file" : "publish/stale-file";
        return [diagnose(code, {}, place(path))];
      }),
      ...extra.map((path) => diagnose("publish/extra-file", {}, place(path))),
    ];
  });
  return "problem" in checked ? [checked.problem] : checked.value;
}
