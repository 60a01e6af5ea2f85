import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import type { GateResult } from "#model/evaluation.ts";
import { itemName } from "#model/item.ts";
import { exitCodes, type ExitCode } from "../command.ts";
import { exitCodeOf } from "../gate/exit-code.ts";
import type { Settings } from "#model/settings.ts";
import type { Site } from "../../generate.ts";

interface Run {
  readonly settings: Settings;
  readonly site: Site;
}

/** Every gate under both of its names, for settings may use either. */
function gatesOf({ site }: Run): ReadonlyMap<string, readonly GateResult[]> {
  const named = site.projects.flatMap(({ project, evaluation }) =>
    [...evaluation.gates].flatMap(([id, result]) =>
      [itemName(id), `${project.name}:${itemName(id)}`].map((name) => ({ name, result })),
    ),
  );
  const groups = Map.groupBy(named, ({ name }) => name);
  return new Map([...groups].map(([name, all]) => [name, all.map(({ result }) => result)]));
}

/** Gates that the settings require and nobody has. */
export function checkRequiredGates(run: Run): readonly Diagnostic[] {
  const gates = gatesOf(run);
  return (run.settings.requiredGates ?? [])
    .filter(({ name }) => !gates.has(name))
    .map(({ name, location }) => {
      const suggestions = suggest(name, [...gates.keys()]);
      return diagnose(
        "config/unknown-gate",
        { gate: name },
        { location, target: name, suggestions },
      );
    });
}

/** How each required gate stands. */
export function requiredGateLines(run: Run): readonly string[] {
  const gates = gatesOf(run);
  return (run.settings.requiredGates ?? []).flatMap(({ name }) =>
    (gates.get(name) ?? []).map(({ verdict }) => `${name}: ${verdict}`),
  );
}

const worstFirst: readonly ExitCode[] = [
  exitCodes.findings,
  exitCodes.undetermined,
  exitCodes.pending,
];

/** The exit code of a run whose findings let it pass: that of the worst gate that is required. */
export function exitCodeWithGates(run: Run, code: ExitCode): ExitCode {
  if (code !== exitCodes.clean) return code;
  const gates = gatesOf(run);
  const codes = (run.settings.requiredGates ?? []).flatMap(({ name }) =>
    (gates.get(name) ?? []).map((result) => exitCodeOf(result, false)),
  );
  return worstFirst.find((each) => codes.includes(each)) ?? exitCodes.clean;
}
