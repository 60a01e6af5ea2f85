import { checkSchema, decodeText, readJson } from "#data/index.ts";
import {
  diagnose,
  type Diagnostic,
  isFreezable,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import schema from "../../../schemas/baseline.schema.json" with { type: "json" };
import { textsOf } from "../texts.ts";
import type { BaselineRequest, Frozen } from "./baseline-request.ts";
import { replaceFile } from "./replace-file.ts";

/** What a baseline lists is only noted; what is new counts in full. Lines may have moved meanwhile. */
export function freeze(
  diagnostics: readonly Diagnostic[],
  { file, root, isUpdate }: BaselineRequest & { readonly file: string },
): Frozen {
  const path = resolve(root, file);
  const noted = isUpdate ? writeBaseline(diagnostics, path) : undefined;
  const { value: known, diagnostics: problems } = readBaseline(path, file);
  const { judged, unused } = putAside(diagnostics, known);
  const count = judged.filter(({ baselined }) => baselined).length;
  return {
    diagnostics: [...judged, ...problems],
    lines: (language) => {
      const texts = textsOf(language);
      return [
        ...(noted === undefined ? [] : [texts.baselineWritten(noted, file)]),
        ...(count > 0 && noted === undefined ? [texts.baselined(count, file)] : []),
        ...(unused > 0 ? [texts.baselineUnused(unused, file)] : []),
      ];
    },
  };
}

/** Findings that are known, each with how often. */
type Known = ReadonlyMap<string, number>;

interface KnownFinding {
  readonly code: string;
  readonly file: string;
  readonly target?: string;
  readonly about?: object;
}

/** What a finding is about, without its place in the file. */
function known({ code, file = "", target, args }: Diagnostic): KnownFinding {
  return target === undefined ? { code, file, about: args } : { code, file, target };
}

const keyOf = ({ code, file, target, about }: KnownFinding): string =>
  JSON.stringify([code, file, target ?? about ?? {}]);

function putAside(diagnostics: readonly Diagnostic[], listed: Known) {
  const left = new Map(listed);
  const judged = diagnostics.map((each): Diagnostic => {
    const key = keyOf(known(each));
    const count = left.get(key) ?? 0;
    if (!isFreezable(each) || count === 0) return each;
    left.set(key, count - 1);
    return { ...each, severity: "info", baselined: true };
  });
  return { judged, unused: [...left.values()].reduce((sum, count) => sum + count, 0) };
}

function readBaseline(path: string, file: string): Outcome<Known> {
  const nothing: Known = new Map();
  if (!existsSync(path)) {
    return outcome(nothing, [diagnose("config/no-baseline", { file }, { location: { file } })]);
  }
  const { value: text, diagnostics: unreadable } = decodeText(readFileSync(path), file);
  if (text === undefined) return outcome(nothing, unreadable);
  const { value: data, diagnostics } = readJson(text, file);
  const problems = diagnostics.length > 0 ? diagnostics : checkSchema(data, schema);
  if (problems.length > 0) return outcome(nothing, problems);
  const { findings } = data.value as { findings: readonly (KnownFinding & { count: number })[] };
  return outcome(new Map(findings.map((each) => [keyOf(each), each.count])));
}

/** Writes what there is now as what is known; one finding a line, so that versions compare well. */
function writeBaseline(diagnostics: readonly Diagnostic[], path: string): number {
  const frozen = diagnostics.filter(isFreezable).map(known);
  const groups = Map.groupBy(frozen, keyOf);
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) =>
      first ? [`    ${JSON.stringify({ ...first, count: others.length + 1 })}`] : [],
    );
  const findings = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, `{\n  "version": 1,\n  "findings": ${findings}\n}\n`);
  return frozen.length;
}
