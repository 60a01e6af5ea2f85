import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { edit, exampleCopy, writeText } from "../support/example.ts";
import { randomNumbers } from "../support/random.ts";
import { rastro } from "../support/rastro.ts";
import { repository } from "../support/repository.ts";
import { treeOf } from "../support/tree.ts";

/** Starts a run, and kills it so many milliseconds later. */
async function killAfter(folder: string, milliseconds: number): Promise<void> {
  const main = join(repository, "generator/main.ts");
  const child = spawn(process.execPath, [main, "gen"], { cwd: folder, stdio: "ignore" });
  const exited = once(child, "exit");
  await setTimeout(milliseconds);
  child.kill("SIGKILL");
  await exited;
}

test("a kill at any moment of a run leaves the old tree or the new one, whole", async () => {
  const folder = exampleCopy();
  const settings = readFileSync(join(folder, "rastro.config.yaml"), "utf8");
  const versions = [settings, edit(settings, "title: Villa Canabrava", "title: Outra vila")];
  const out = join(folder, "out");
  const trees: ReturnType<typeof treeOf>[] = [];
  let duration = 0;
  for (const version of versions) {
    writeText(folder, "rastro.config.yaml", version);
    const started = performance.now();
    expect(rastro(folder, ["gen"]).code).toBe(0);
    duration = performance.now() - started;
    trees.push(treeOf(out));
  }
  const random = randomNumbers(20_261_120);
  for (let kill = 0; kill < 6; kill++) {
    writeText(folder, "rastro.config.yaml", versions[kill % 2] ?? "");
    await killAfter(folder, random.next().value * duration);
    // Between the two renames there is no tree, and the next run brings it.
    if (existsSync(out)) expect(trees).toContainEqual(treeOf(out));
    else expect(existsSync(`${out}.next`)).toBe(true);
  }
  expect(rastro(folder, ["gen"]).code).toBe(0);
  expect(treeOf(out)).toEqual(trees[1]);
  expect(readdirSync(folder).toSorted()).toEqual(["out", "rastro.config.yaml", "villa-canabrava"]);
}, 180_000);
