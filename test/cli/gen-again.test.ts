import { readArguments } from "#cli/command.ts";
import { openMemory, type QuietRun } from "#cli/gen/run-memory.ts";
import { textsOf } from "#cli/texts.ts";
import { loadSettings } from "#config/index.ts";
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const files = {
  "rastro.config.yaml": "language: en\nsources: { requirements: [reqs], git: [.] }\n",
  "reqs/a.sdoc":
    "[REQUIREMENT]\nUID: R1\nTITLE: One\nSTATEMENT: It holds\nRELATIONS:\n- TYPE: Parent\n  VALUE: R0\n\n[REQUIREMENT]\nUID: R0\nTITLE: Zero\n",
  "node_modules/.cache/rastro/keep": "",
};

const page = "out/md/reports/requirements.md";
const memory = "node_modules/.cache/rastro";

/** A project whose files are older than a clock's tick, so that a run may be remembered. */
async function aProject() {
  const repository = gitRepository(temporaryFolder());
  repository.commit("feat: begin", files);
  await setTimeout(150);
  return repository;
}

test("a run after which nothing changed says the same as one that is made anew", async () => {
  const { folder } = await aProject();
  const first = rastro(folder, ["gen", "--format", "json"]);
  const again = rastro(folder, ["gen", "--format", "json"]);
  rmSync(join(folder, memory), { recursive: true });
  const anew = rastro(folder, ["gen", "--format", "json"]);
  expect(first.code).toBe(0);
  expect(again).toEqual(anew);
  expect(JSON.parse(again.stdout)).toMatchObject({ files: { written: 0, removed: 0 } });
});

test("whatever changes is noticed, whoever hides it", async () => {
  const { folder, commit } = await aProject();
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const gen = (...words: readonly string[]): string => rastro(folder, ["gen", ...words]).stdout;
  gen();
  const remembered = gen();
  expect(remembered).toContain("0 files written");

  // An edit of the same length, under the time that the file had before.
  const file = join(folder, "reqs/a.sdoc");
  const { atime, mtime } = statSync(file);
  writeFileSync(file, read("reqs/a.sdoc").replace("One", "Two"));
  utimesSync(file, atime, mtime);
  gen();
  expect(read(page)).toContain("R1: Two");

  writeFileSync(join(folder, page), "edited");
  expect(gen()).not.toContain("0 files written");
  expect(read(page)).toContain("R1: Two");

  commit("fix: Mend it", { "reqs/b.txt": "x" });
  gen();
  expect(read("out/data/graph.json")).toContain("Mend it");
  expect(gen("matrices", "--as-of", "2030-01-01")).toContain("2030-01-01");
});

const run: QuietRun = { report: { diagnostics: [], language: "en" }, code: 0 };

function settingsIn(folder: string) {
  const config = join(folder, "rastro.config.yaml");
  const { value: settings } = loadSettings(config);
  if (!settings) throw new Error("the settings are fine");
  return { config, settings, args: readArguments(["--config", config], textsOf("en")) };
}

test("a file that changed as the run began may change again unnoticed, so that nothing is remembered", () => {
  const folder = temporaryFolder(files);
  const { config, settings, args } = settingsIn(folder);
  const { ctimeMs } = statSync(config);
  vi.stubEnv("RASTRO_CACHE", "");
  openMemory(args, ctimeMs).remember(settings, run);
  expect(openMemory(args, ctimeMs + 5000).recall()).toBe(undefined);
  openMemory(args, ctimeMs + 5000).remember(settings, run);
  expect(openMemory(args, ctimeMs + 5000).recall()).toEqual(run);
});

test("with TypeScript a run is remembered until packages are installed, here or above", () => {
  vi.stubEnv("RASTRO_CACHE", "");
  const above = temporaryFolder({
    "app/rastro.config.yaml": "sources: { typescript: [src] }\n",
    "app/src/a.ts": "export const a = 1;\n",
    "app/node_modules/.cache/rastro/keep": "",
  });
  const { settings, args } = settingsIn(join(above, "app"));
  const later = Date.now() + 5000;
  const recall = () => openMemory(args, later).recall();
  for (const record of ["app/node_modules/.package-lock.json", "node_modules/.modules.yaml"]) {
    openMemory(args, later).remember(settings, run);
    expect(recall()).toEqual(run);
    mkdirSync(dirname(join(above, record)), { recursive: true });
    writeFileSync(join(above, record), "{}");
    expect(recall()).toBe(undefined);
  }
});
