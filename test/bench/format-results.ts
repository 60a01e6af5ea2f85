import type { Figure, GoalResult, Result } from "./compare.ts";

/** The results as a table for a terminal. */
export function formatResults(results: readonly Result[]): string {
  return results.map(formatResult).join("\n\n");
}

function formatResult({ name, input, runs, figures, goals }: Result): string {
  const rows = [
    ["", "time", "cpu", "peak", "of the first"],
    ...figures.map((each) => row(each, figures[0])),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return [`${name} (${input}; medians of ${runs} runs)`, ...lines, ...goals.map(formatGoal)]
    .map((line, index) => (index === 0 ? line : `  ${line}`))
    .join("\n");
}

function row(figure: Figure, first: Figure | undefined): readonly string[] {
  const { name, milliseconds, cpuMilliseconds, peakMebibytes, absent } = figure;
  if (milliseconds === undefined)
    return [name, "absent", "", "", absent === "" ? "" : `(${absent ?? ""})`];
  const share =
    first?.milliseconds === undefined ? "" : `${(milliseconds / first.milliseconds).toFixed(2)} ×`;
  const peak = peakMebibytes === undefined ? "–" : `${peakMebibytes.toFixed(0)} MiB`;
  const cpu = cpuMilliseconds === undefined ? "–" : `${cpuMilliseconds.toFixed(0)} ms`;
  return [name, `${milliseconds.toFixed(0)} ms`, cpu, peak, share];
}

const units = { time: "ms", cpu: "ms", peak: "MiB" };

function formatGoal({ subject, yardstick, measure, atMost, ratio, met }: GoalResult): string {
  const unit = yardstick === undefined ? units[measure] : "×";
  const of = yardstick === undefined ? "" : ` ${yardstick}`;
  const goal = `${subject}: ${measure} at most ${formatNumber(atMost)} ${unit}${of}`;
  if (ratio === undefined) return `? ${goal}: not measured`;
  const digits = yardstick === undefined ? 0 : 2;
  return `${met ? "✓" : "✗"} ${goal}: ${ratio.toFixed(digits)} ${unit}`;
}

const formatNumber = (value: number): string => String(Math.round(value * 100) / 100);
