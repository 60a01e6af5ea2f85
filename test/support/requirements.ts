import type { SourceEntry } from "#model/settings.ts";
import { readRequirements } from "#sources/requirements/index.ts";
import { temporaryFolder } from "./folder.ts";

type Files = Readonly<Record<string, string>>;

/** Reads files below one entry of the settings, as the source does. */
export async function readWritten(files: Files, options: Partial<SourceEntry> = {}) {
  const entries = [{ path: "reqs", foreign: false, ...options }];
  const root = temporaryFolder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`reqs/${name}`, text])),
  );
  const { value, diagnostics } = await readRequirements({ root, entries });
  return {
    items: value.flatMap((fact) =>
      fact.fact === "item" && fact.item.kind === "requirement" ? [fact.item] : [],
    ),
    links: value.flatMap((fact) =>
      fact.fact === "reference"
        ? [
            [
              fact.reference.from.replace("requirement:", ""),
              fact.reference.role,
              fact.reference.to.replace("requirement:", ""),
              fact.reference.location.line,
            ],
          ]
        : [],
    ),
    pins: value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference.pin?.rev] : [])),
    tallies: value.flatMap((fact) => (fact.fact === "tally" ? [fact.tally] : [])),
    codes: diagnostics.map(({ code, severity, line }) => `${severity} ${code} ${String(line)}`),
  };
}
