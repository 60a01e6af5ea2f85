import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadSettings } from "../../../generator/config/index.ts";
import { judge } from "../../../generator/generate.ts";
import { itemsOf } from "../../../generator/model/graph.ts";
import { writeFiles } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";
import { rastro } from "../../support/rastro.ts";

const program = (body: string): string => `console.log(JSON.stringify(${body}));\n`;

function project(files: Readonly<Record<string, string>> = {}) {
  const repository = gitRepository();
  repository.commit("feat: everything", {
    "rastro.config.yaml": "language: en\nsources:\n  programme: [dados]\n",
    "dados/programa.yaml": "stages: [{ id: S, title: Stage }]\n",
    "src/a.sql": "select 1;\n",
    "bench.mjs": program('{ metrics: [{ metric: "q1", value: -15.5, unit: "%" }] }'),
    ...files,
  });
  return repository;
}

const record = "dados/measurements/q.yaml";
const recorded = (folder: string): readonly Readonly<Record<string, unknown>>[] => {
  const { measurements } = parse(readFileSync(join(folder, record), "utf8"));
  return measurements as readonly Readonly<Record<string, unknown>>[];
};

/** The grade of every measurement of the project, by its metric. */
async function grades(folder: string): Promise<Readonly<Record<string, string>>> {
  const { value: settings } = loadSettings(join(folder, "rastro.config.yaml"));
  const { value } = await judge(settings!);
  const items = value.projects.flatMap(({ graph }) => itemsOf(graph, "measurement"));
  return Object.fromEntries(items.map(({ attributes: { metric, grade } }) => [metric, grade]));
}

const run = (folder: string, ...words: readonly string[]) =>
  rastro(folder, ["measure", "--id", "q", ...words, "--", process.execPath, "bench.mjs"]);

describe("rastro measure", () => {
  test("records what the command printed, how it ended, where and on which commit", async () => {
    const { folder, git } = project();
    const { code, stdout, stderr } = run(folder, "--environment", "staging");
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("-15.5") });
    expect(stdout).toContain(`recorded in ${record}`);
    const [q1, exit, duration] = recorded(folder);
    expect(q1).toMatchObject({ metric: "q1", value: -15.5, unit: "%", grade: "measured", exit: 0 });
    expect(q1).toMatchObject({ commit: git("rev-parse", "HEAD") });
    expect(q1?.["command"]).toMatch(/bench\.mjs$/);
    expect(q1?.["environment"]).toMatch(/^staging; .*Node\.js v/);
    expect(q1?.["time"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(q1).not.toHaveProperty("dirty");
    expect(exit).toMatchObject({ metric: "q.exit", value: 0, unit: "status" });
    expect(duration).toMatchObject({ metric: "q.duration", unit: "ms" });
    expect(await grades(folder)).toEqual({
      q1: "measured",
      "q.exit": "measured",
      "q.duration": "measured",
    });
  });

  test("of a command that fails records the failure and none of its figures", () => {
    const { folder } = project({ "bench.mjs": `${program("{ metrics: [] }")}process.exit(3);\n` });
    const { code, stdout } = run(folder);
    expect(code).toBe(1);
    expect(stdout).toContain("ended with 3");
    expect(recorded(folder).map(({ metric, value }) => [metric, value])[0]).toEqual(["q.exit", 3]);
  });

  test("refuses figures without a unit, and records only the run", () => {
    const { folder } = project({
      "bench.mjs": program('{ metrics: [{ metric: "q1", value: 1 }] }'),
    });
    expect(run(folder).code).toBe(1);
    expect(recorded(folder)).toHaveLength(2);
  });

  test("is stale once a file that it covers has changed", async () => {
    const { folder } = project();
    expect(run(folder, "--covers", "src/**").code).toBe(0);
    expect((await grades(folder))["q1"]).toBe("measured");
    writeFiles(folder, { "src/a.sql": "select 1;\r\n" });
    expect((await grades(folder))["q1"]).toBe("measured");
    writeFiles(folder, { "src/a.sql": "select 2;\n" });
    expect((await grades(folder))["q1"]).toBe("stale");
  });

  test("with files that no commit has is a declaration, unless it covers them", async () => {
    const { folder } = project();
    writeFiles(folder, { "src/a.sql": "select 2;\n" });
    expect(run(folder).stdout).toContain("count as declared");
    expect(recorded(folder)[0]).toMatchObject({ dirty: true });
    expect((await grades(folder))["q1"]).toBe("declared");
    run(folder, "--covers", "src/**");
    expect((await grades(folder))["q1"]).toBe("measured");
  });

  test("runs nothing that could not be traced, and says what is missing", () => {
    const { folder } = project();
    const refused = (...words: readonly string[]) => rastro(folder, ["measure", ...words]);
    const cases = [
      [refused("--", "true"), "name the run"],
      [refused("--id", "q"), "needs a command"],
      [refused("--id", "q", "--covers", "nada/**", "--", "true"), "finds no file"],
      [refused("--id", "q", "--to", "../x.yaml", "--", "true"), "say where"],
      [refused("--id", "q", "--", "no-such-program"), "command not found: no-such-program"],
    ] as const;
    for (const [{ code, stderr }, text] of cases) {
      expect(code).toBe(2);
      expect(stderr).toContain(text);
    }
    expect(refused("--id", "q", "--", process.execPath, "--help").stdout).toContain("q.exit");
  });
});
