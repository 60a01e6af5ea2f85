import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";
import { treeOf } from "../support/tree.ts";

const settings = "title: T\nlanguage: en\nsources:\n  programme: [data]\n";
const data = (statement: string): string => `
traceability: { lock: trace.lock }
requirements:
  - { id: R1, title: First, statement: ${statement}, status: approved, needs: [{ any-of: [dsn] }] }
  - { id: D1, title: Design, type: dsn, statement: d, status: approved, links: [{ role: covers, to: R1 }] }
`;

const project = (lock?: string): string =>
  temporaryFolder({
    "rastro.config.yaml": settings,
    "data/r.yaml": data("It holds"),
    ...(lock !== undefined && { "trace.lock": lock }),
  });

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly line: number;
}

function check(folder: string): { code: number | null; findings: readonly Finding[] } {
  const { code, stdout } = rastro(folder, ["check", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
  return { code, findings: findings.filter((each) => each.code.includes("/trace-")) };
}

describe("rastro accept", () => {
  test("a link is reviewed once, asks again when its target changes, and only the lock is written", () => {
    const folder = project();
    expect(check(folder).findings.map(({ code }) => code)).toEqual([
      "evaluate/trace-not-covered",
      "evaluate/trace-unpinned",
    ]);
    const before = treeOf(folder);
    const first = rastro(folder, ["accept", "D1", "--reason", "read it"]);
    expect(first).toMatchObject({
      code: 0,
      stdout: "accepted: requirement:D1 —covers→ requirement:R1\n",
    });
    expect({ ...treeOf(folder), "trace.lock": undefined }).toEqual({
      ...before,
      "trace.lock": undefined,
    });
    expect(check(folder)).toEqual({ code: 0, findings: [] });

    writeFileSync(join(folder, "data/r.yaml"), data("It holds always"));
    const changed = treeOf(folder);
    const { code, findings } = check(folder);
    expect(code).toBe(1);
    expect(findings.map((each) => each.code)).toContain("evaluate/trace-suspect");
    const suspect = findings.find((each) => each.code === "evaluate/trace-suspect");
    expect(suspect).toMatchObject({
      message: "`D1` was linked to `R1` before its `statement` changed",
      file: "data/r.yaml",
    });
    // The check only reads.
    expect(treeOf(folder)).toEqual(changed);
    const key = /accept (\w+)/.exec(suspect?.hint ?? "")?.[1] ?? "";
    expect(rastro(folder, ["accept", key, "--reason", "still holds"]).code).toBe(0);
    expect(check(folder)).toEqual({ code: 0, findings: [] });
    expect(readFileSync(join(folder, "trace.lock"), "utf8").split("\n")).toHaveLength(3);
  });

  test("without a reason, without links or with a wrong name nothing is accepted", () => {
    const folder = project();
    const said = [["D1"], ["--reason", "x"], ["nobody", "--reason", "x"]].map((words) => {
      const { code, stderr } = rastro(folder, ["accept", ...words]);
      return [code, stderr.split("\n")[0]];
    });
    expect(said).toEqual([
      [2, 'rastro: the reason is missing: `--reason "…"`'],
      [2, "rastro: say which links: their keys, an item that they join, or `--all`"],
      [2, "rastro: `nobody` is neither key nor end of a link that waits for a review"],
    ]);
    expect(Object.keys(treeOf(folder))).not.toContain("trace.lock");
  });

  test("a broken line of the lock proves nothing, and a review of no link is told and pruned", () => {
    const lost = { from: "requirement:D1", role: "implements", to: "requirement:R1" };
    const folder = project(`<<<<<<< HEAD\n${JSON.stringify(lost)}\n`);
    expect(check(folder).findings).toMatchObject([
      { code: "evaluate/trace-not-covered" },
      { code: "evaluate/trace-unpinned" },
      { code: "sources/trace-lock-line", file: "trace.lock", line: 1 },
      { code: "evaluate/trace-review-without-link", file: "trace.lock", line: 2 },
    ]);
    const { stdout } = rastro(folder, ["accept", "--all", "--prune", "--reason", "x"]);
    expect(stdout).toContain("removed: requirement:D1 —implements→ requirement:R1");
    expect(check(folder)).toEqual({ code: 0, findings: [] });
  });

  test("a lock outside the project is neither read nor written", () => {
    const folder = temporaryFolder({
      "rastro.config.yaml": settings,
      "data/r.yaml": data("It holds").replace("lock: trace.lock", "lock: ../trace.lock"),
    });
    expect(check(folder).findings).toMatchObject([{ code: "sources/trace-lock-outside" }]);
    expect(rastro(folder, ["accept", "--all", "--reason", "x"]).code).toBe(2);
  });
});
