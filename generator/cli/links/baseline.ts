import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { readFileSync } from "node:fs";
import { replaceFile } from "./replace-file.ts";

/** Findings that were there when somebody began to check, each with how often. */
type Known = Map<string, number>;

const keyOf = ({ code, file = "", target = "" }: Pick<Diagnostic, "code" | "file" | "target">) =>
  JSON.stringify([code, file, target]);

const isFrozen = ({ severity }: Diagnostic): boolean => severity !== "info";

/** What a baseline lists is only noted; what is new counts in full. Lines may have moved meanwhile. */
export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  path: string | undefined,
): Outcome<readonly Diagnostic[]> {
  if (path === undefined) return outcome(diagnostics);
  const { value: known, diagnostics: problems } = readBaseline(path);
  const left = new Map(known);
  const judged = diagnostics.map((each): Diagnostic => {
    const count = left.get(keyOf(each)) ?? 0;
    if (!isFrozen(each) || count === 0) return each;
    left.set(keyOf(each), count - 1);
    return { ...each, severity: "info", baselined: true };
  });
  return outcome([...judged, ...problems]);
}

function readBaseline(path: string): Outcome<Known> {
  const known: Known = new Map();
  try {
    const { findings } = JSON.parse(readFileSync(path, "utf8")) as BaselineFile;
    for (const { code, file, target, count } of findings) {
      known.set(keyOf({ code, file, target }), count);
    }
    return outcome(known);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "JSON";
    return outcome<Known>(new Map(), [
      diagnose("sources/unreadable-file", { reason }, { location: { file: path } }),
    ]);
  }
}

interface BaselineFile {
  readonly version: 1;
  readonly findings: readonly {
    readonly code: Diagnostic["code"];
    readonly file: string;
    readonly target: string;
    readonly count: number;
  }[];
}

/** Writes what there is now as what is known; one finding a line, so that versions compare well. */
export function writeBaseline(diagnostics: readonly Diagnostic[], path: string): number {
  const counts = new Map<string, number>();
  const frozen = diagnostics.filter(isFrozen);
  for (const each of frozen) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  const lines = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [code, file, target] = JSON.parse(key) as readonly string[];
      return `    ${JSON.stringify({ code, file, target, count })}`;
    });
  replaceFile(path, `{\n  "version": 1,\n  "findings": [\n${lines.join(",\n")}\n  ]\n}\n`);
  return frozen.length;
}
