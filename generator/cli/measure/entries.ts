import { Document } from "yaml";
import type { Provenance } from "./provenance.ts";
import type { PrintedMetric } from "./read-metrics.ts";
import type { CommandRun } from "./run-command.ts";

/** A measurement without its run, which all of a file share. */
export interface MeasuredEntry extends PrintedMetric {
  readonly id: string;
}

interface Measured {
  readonly id: string;
  readonly subject: string | undefined;
  readonly metrics: readonly PrintedMetric[];
}

/** What the command printed, how it ended and how long it ran: all of that was measured. */
export function measuredEntries(
  { exit, duration }: CommandRun,
  { id, subject, metrics }: Measured,
): readonly MeasuredEntry[] {
  const own: readonly PrintedMetric[] = [
    { metric: `${id}.exit`, value: exit, unit: "status" },
    { metric: `${id}.duration`, value: duration, unit: "ms" },
  ];
  return [...metrics, ...own].map((each) => ({
    id: `${id}-${(each.metric.startsWith(`${id}.`) ? each.metric.slice(id.length + 1) : each.metric).replace(/[^\p{L}\p{N}._-]/gu, "_")}`,
    ...each,
    ...(subject !== undefined && each.subject === undefined && { subject }),
  }));
}

interface RunOfFile {
  readonly run: CommandRun;
  readonly provenance: Provenance;
  /** What the command said of where it ran. */
  readonly environment: string | undefined;
}

/** The file with the measurements of one run. */
export function measurementFile(
  entries: readonly MeasuredEntry[],
  { run, provenance, environment }: RunOfFile,
): string {
  const { commit, dirty, covers } = provenance;
  const places = [environment, provenance.environment].filter((part) => part !== undefined);
  const shared = {
    grade: "measured",
    time: run.time,
    ...{ commit, command: run.command, exit: run.exit, duration: run.duration },
    environment: places.join("; "),
    ...(dirty && { dirty }),
    ...(covers && { covers }),
  };
  const document = new Document(
    { measurements: entries.map((entry) => ({ ...entry, ...shared })) },
    // Each measurement says everything, so that no reader has to follow an alias.
    { aliasDuplicateObjects: false },
  );
  document.commentBefore = " Recorded by `rastro measure`; run it again instead of editing.";
  return document.toString({ lineWidth: 100 });
}
