import { type Command, measure, type Sample } from "./measure.ts";

/** One of those that do the same work on the same input. */
export interface Contestant {
  readonly name: string;
  /** Absent when the program is not installed. */
  readonly command: Command | undefined;
  /** How to bring a program that is not there. */
  readonly bring?: string;
  /** Puts everything back as it has to be before a run; not timed. */
  readonly before?: () => void;
}

/**
 * What `subject` may take at most: a multiple of what `yardstick` takes in the same round, or
 * without one milliseconds or mebibytes.
 */
export interface Goal {
  readonly subject: string;
  readonly yardstick?: string;
  readonly measure: "time" | "cpu" | "peak";
  readonly atMost: number;
}

/** Work on an input, who does it, and what is hoped for. */
export interface Benchmark {
  readonly name: string;
  readonly input: string;
  readonly contestants: readonly Contestant[];
  readonly goals: readonly Goal[];
}

/** A contestant's medians. */
export interface Figure {
  readonly name: string;
  readonly milliseconds?: number;
  readonly cpuMilliseconds?: number;
  readonly peakMebibytes?: number;
  /** How to bring it; a figure that is absent is never a guess. */
  readonly absent?: string;
}

export interface GoalResult extends Goal {
  /** The median of each round's ratio, or of the measure itself; absent when one of the two is. */
  readonly ratio?: number;
  readonly met?: boolean;
}

export interface Result {
  readonly name: string;
  readonly input: string;
  readonly runs: number;
  readonly figures: readonly Figure[];
  readonly goals: readonly GoalResult[];
}

/** Runs the contestants in turn, round by round, so that a busy machine slows all alike. */
export function compare({ name, input, contestants, goals }: Benchmark, runs: number): Result {
  const samples = new Map<string, Sample[]>(contestants.map((each) => [each.name, []]));
  // The first round fills caches of the disk and of Node, and does not count.
  for (let round = 0; round <= runs; round++) {
    for (const contestant of contestants) {
      if (!contestant.command) continue;
      contestant.before?.();
      const sample = measure(contestant.command);
      if (round > 0) samples.get(contestant.name)?.push(sample);
    }
  }
  return {
    name,
    input,
    runs,
    figures: contestants.map((each) => figureOf(each, samples.get(each.name) ?? [])),
    goals: goals.map((goal) => judge(goal, samples)),
  };
}

function figureOf({ name, bring }: Contestant, samples: readonly Sample[]): Figure {
  const milliseconds = median(samples.map((sample) => sample.milliseconds));
  if (milliseconds === undefined) return { name, absent: bring ?? "" };
  const cpuMilliseconds = median(samples.flatMap((sample) => sample.cpuMilliseconds ?? []));
  const peakMebibytes = median(samples.flatMap((sample) => sample.peakMebibytes ?? []));
  return {
    name,
    milliseconds,
    ...(cpuMilliseconds !== undefined && { cpuMilliseconds }),
    ...(peakMebibytes !== undefined && { peakMebibytes }),
  };
}

const measures = {
  time: (sample: Sample | undefined) => sample?.milliseconds,
  cpu: (sample: Sample | undefined) => sample?.cpuMilliseconds,
  peak: (sample: Sample | undefined) => sample?.peakMebibytes,
};

function judge(goal: Goal, samples: ReadonlyMap<string, readonly Sample[]>): GoalResult {
  const value = measures[goal.measure];
  const yardsticks = samples.get(goal.yardstick ?? "") ?? [];
  const ratio = median(
    (samples.get(goal.subject) ?? []).flatMap((sample, round) => {
      const theirs = goal.yardstick === undefined ? 1 : value(yardsticks[round]);
      const mine = value(sample);
      return mine === undefined || theirs === undefined ? [] : [mine / theirs];
    }),
  );
  return ratio === undefined ? goal : { ...goal, ratio, met: ratio <= goal.atMost };
}

/** The middle of the values; nothing when there are none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  if (upper === undefined || sorted.length % 2 === 1 || lower === undefined) return upper;
  return (lower + upper) / 2;
}
