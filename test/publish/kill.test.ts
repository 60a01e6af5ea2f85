import { targets } from "#model/pages/page.ts";
import { planPublication, publish, recoverPublication } from "#publish/index.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { randomNumbers } from "../support/random.ts";
import { versions } from "./two-versions.ts";

let root: string;
let out: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rastro-kill-"));
  out = join(root, "out");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Every file with its content. */
function contentOf(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return files.map((path) => `${path}\n${readFileSync(join(folder, path), "utf8")}`).join("\n");
}

function publishVersion(version: number): void {
  const { value } = planPublication(versions[version]!, out, { targets });
  expect(publish(value!).diagnostics).toEqual([]);
}

async function killAfter(milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "publish-forever.ts"), out], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), exited]);
  expect(child.exitCode).toBeNull();
  await setTimeout(milliseconds);
  child.kill("SIGKILL");
  expect((await exited)[1]).toBe("SIGKILL");
}

test("[P7] a kill at any of 50 moments leaves the old output or the new one, whole", async () => {
  const whole: string[] = [];
  const started = process.hrtime.bigint();
  for (const version of [0, 1]) {
    publishVersion(version);
    whole.push(contentOf(out));
  }
  const turn = Number(process.hrtime.bigint() - started) / 2e6;
  const random = randomNumbers(20_260_207);
  let interrupted = 0;
  for (let kill = 0; kill < 50; kill++) {
    await killAfter(random.next().value * 2 * turn);
    if (existsSync(out)) expect(whole).toContain(contentOf(out));
    if (existsSync(`${out}.next`)) interrupted++;
    const recovered = recoverPublication(out);
    expect(recovered.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(whole.includes(contentOf(out))).toBe(true);
    expect(readdirSync(root)).toEqual(["out"]);
  }
  // Kills between two publications would prove nothing.
  expect(interrupted).toBeGreaterThan(10);
});
