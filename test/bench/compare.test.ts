import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { compare, type Contestant, median } from "./compare.ts";
import { formatResults } from "./format-results.ts";

const node = (name: string, script: string, folder: string): Contestant => ({
  name,
  command: { program: process.execPath, args: ["-e", script], cwd: folder },
});

test("the ratio of two programs is that of what they take, and a goal is met or not", () => {
  const folder = temporaryFolder();
  const { goals, figures } = compare(
    {
      name: "waiting",
      input: "nothing",
      contestants: [
        node("slow", "setTimeout(() => undefined, 400)", folder),
        node("quick", "0", folder),
      ],
      goals: [
        { subject: "slow", yardstick: "quick", measure: "time", atMost: 1 },
        { subject: "quick", yardstick: "slow", measure: "time", atMost: 1 },
      ],
    },
    1,
  );
  expect(goals.map(({ met }) => met)).toEqual([false, true]);
  expect(figures[0]!.milliseconds).toBeGreaterThan(400);
});

test("a program that is not there is absent, with the way to bring it, and its goal is open", () => {
  const folder = temporaryFolder();
  const result = compare(
    {
      name: "alone",
      input: "nothing",
      contestants: [
        node("here", "0", folder),
        { name: "gone", command: undefined, bring: "apt-get install gone" },
      ],
      goals: [{ subject: "here", yardstick: "gone", measure: "time", atMost: 2 }],
    },
    1,
  );
  expect(result.figures[1]).toEqual({ name: "gone", absent: "apt-get install gone" });
  expect(result.goals[0]).not.toHaveProperty("met");
  expect(formatResults([result])).toMatch(
    /gone +absent +\(apt-get install gone\)\n.*not measured$/s,
  );
});

test("a program that fails has no time", () => {
  const folder = temporaryFolder();
  const contestants = [node("broken", "console.error('no input'); process.exit(3)", folder)];
  const run = () => compare({ name: "x", input: "y", contestants, goals: [] }, 1);
  expect(run).toThrow(/ended with 3\nno input/);
});

test("before each run the way is cleared, and the first round does not count", () => {
  const folder = temporaryFolder();
  const left = join(folder, "left");
  let clearings = 0;
  const contestant = {
    ...node("writes", "fs.appendFileSync('left', 'x')", folder),
    before: () => {
      clearings += 1;
      writeFileSync(left, "");
    },
  };
  compare({ name: "x", input: "y", contestants: [contestant], goals: [] }, 2);
  expect(clearings).toBe(3);
  expect(existsSync(left)).toBe(true);
});

test("the median is the middle, or between the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([])).toBeUndefined();
});
