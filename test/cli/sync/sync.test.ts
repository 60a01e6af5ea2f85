import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";
import { rastro } from "../../support/rastro.ts";

const settings = "title: T\nlanguage: en\nsources:\n  programme: [data]\n";

const data = `# yaml-language-server: $schema=../schemas/programme.schema.json
team:
  - { id: Ana, title: Ana, role: DBA }
stages:
  - { id: S1, title: Stage, status: in progress }
syncs:
  - { id: SYNC-09, title: Ninth, stage: S1, order: 9, start: 2026-02-09T10:00:00Z, status: held,
      invited: [Ana], present: [Ana], discussion: [Dates] }
actions:
  - { id: A1, title: "Measure *all* of it", owner: Ana, due: 2026-02-10, status: open, stage: S1 }
  - { id: A2, title: Forget, owner: Ana, status: done, stage: S1 }
blockers:
  - { id: B1, title: No disk, level: 2, status: open, owner: Ana, blocks: [S1] }
deliverables:
  - { id: D1, title: Baseline, stage: S1, document: nothing.md, owner: Ana, purpose: p, due: 2026-02-10 }
  - { id: D2, title: Later, stage: S1, document: nada.md, owner: Ana, purpose: p, due: 2026-03-10 }
checkpoints:
  - { id: C1, title: Near, stage: S1, date: 2026-02-14, action: a }
  - { id: C2, title: Far, stage: S1, date: 2026-03-14, action: a }
`;

const project = () => temporaryFolder({ "rastro.config.yaml": settings, "data/syncs.yaml": data });

interface Written {
  readonly syncs: readonly [Record<string, unknown>];
}

const written = (folder: string, day = "2026-02-11"): Written =>
  parse(readFileSync(join(folder, `data/sync-${day}.yaml`), "utf8")) as Written;

describe("rastro sync new", () => {
  test("writes the next meeting with what is open, due and near, and nothing else", () => {
    const folder = project();
    const run = rastro(folder, ["sync", "new", "2026-02-11"]);
    expect(run).toMatchObject({ code: 0, stdout: "written: data/sync-2026-02-11.yaml\n" });
    const [sync] = written(folder).syncs;
    expect(sync).toMatchObject({
      id: "SYNC-10",
      order: 10,
      stage: "S1",
      start: "2026-02-11T10:00:00Z",
      weekday: "wednesday",
      status: "scheduled",
      duration: 15,
      invited: ["Ana"],
    });
    const text = String(sync["description"]);
    expect(text).toContain("[[action:A1]] Measure \\*all\\* of it (Ana, 2026-02-10)");
    expect(text).toContain("[[blocker:B1]] No disk (2, Ana)");
    expect(text).toContain("[[deliverable:D1]] Baseline");
    expect(text).toContain("[[checkpoint:C1]] Near");
    for (const absent of ["A2", "D2", "C2"]) expect(text).not.toContain(absent);
    expect(text).toContain("the project has no git source");
  });

  test("seals the minutes before it, so that a later edit of them is an error", () => {
    const folder = project();
    rastro(folder, ["sync", "new", "2026-02-11"]);
    expect(written(folder).syncs[0]["previous"]).toMatchObject({ sync: "SYNC-09" });
    expect(rastro(folder, ["check", "--as-of", "2026-02-11"]).code).toBe(0);
    const path = join(folder, "data/syncs.yaml");
    writeFileSync(path, data.replace("[Dates]", "[Dates, Costs]"));
    const { code, stdout } = rastro(folder, ["check", "--as-of", "2026-02-11"]);
    expect(code).toBe(1);
    expect(stdout).toContain("sources/programme-minutes-changed");
  });

  test("never writes over a file, and never a second meeting of one day", () => {
    const folder = project();
    const path = join(folder, "data/sync-2026-02-11.yaml");
    writeFileSync(path, "team: []\n");
    const run = rastro(folder, ["sync", "new", "2026-02-11"]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("is not overwritten");
    expect(readFileSync(path, "utf8")).toBe("team: []\n");
    expect(rastro(folder, ["sync", "new", "2026-02-09"]).stderr).toContain("data/syncs.yaml:7");
  });

  test("a day that does not exist, and a project without a programme, are said in words", () => {
    const folder = project();
    expect(rastro(folder, ["sync", "new", "2026-02-30"])).toMatchObject({ code: 2 });
    expect(rastro(folder, ["sync"]).stderr).toContain("sync needs: new <date> [project]");
    const other = temporaryFolder({
      "rastro.config.yaml": "title: T\nlanguage: en\nsources:\n  pages: [a.md]\n",
      "a.md": "# A\n",
    });
    expect(rastro(other, ["sync", "new", "2026-02-11"]).stderr).toContain("sources.programme");
  });

  test("commits since the last meeting are named, newest first", () => {
    const folder = temporaryFolder({
      "rastro.config.yaml": `${settings}  git: [.]\n`,
      "data/syncs.yaml": data.replace("2026-02-09T10", "2026-01-02T16"),
    });
    const { commit } = gitRepository(folder);
    for (const message of ["feat: before", "feat: one", "fix: two _things_"]) commit(message);
    rastro(folder, ["sync", "new", "2026-01-05"]);
    const text = String(written(folder, "2026-01-05").syncs[0]["description"]);
    expect(text).toMatch(/` fix: two \\_things\\_\n- `[0-9a-f]{8}` feat: one\n/);
    expect(text).not.toContain("before");
  });
});

interface Result {
  readonly pages: Readonly<Record<"written" | "unchanged" | "removed", readonly string[]>>;
  readonly late: readonly unknown[];
  readonly next: readonly { readonly command: string }[];
}

describe("gen reports --format json", () => {
  test("says which pages were written, what is late, the gates, and what to run next", () => {
    const folder = project();
    const run = () =>
      JSON.parse(
        rastro(folder, ["gen", "reports", "--format", "json", "--as-of", "2026-02-12"]).stdout,
      ) as Result;
    const first = run();
    expect(first.pages).toMatchObject({ unchanged: [], removed: [] });
    expect(first.pages.written).toContain("md/reports/status.md");
    expect(first.late).toContainEqual(
      expect.objectContaining({ item: "action:A1", owner: "Ana", due: "2026-02-10", line: 10 }),
    );
    expect(first.next).toContainEqual({
      command: "rastro sync new 2026-02-13",
      reason: "no meeting is scheduled after the reference date",
    });
    const second = run();
    expect(second.pages).toMatchObject({ written: [], unchanged: first.pages.written });
  });

  test("with an error, the next command explains it", () => {
    const folder = project();
    writeFileSync(join(folder, "data/b.yaml"), "team:\n  - { id: Bia }\n");
    const { stdout, code } = rastro(folder, ["gen", "reports", "--format", "json"]);
    const result = JSON.parse(stdout) as Result;
    expect(code).toBe(1);
    expect(result.next.map(({ command }) => command).slice(0, 2)).toEqual([
      "rastro explain data/missing-key",
      "rastro gen --format json",
    ]);
  });
});
