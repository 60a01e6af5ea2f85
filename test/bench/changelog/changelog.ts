import { join } from "node:path";
import { rmSync } from "node:fs";
import type { Benchmark, Contestant } from "../compare.ts";
import type { Command } from "../measure.ts";
import { packedRastro } from "../packed.ts";
import { bringPeers, findPeer } from "../peers.ts";
import { historyName, layHistory } from "./lay-history.ts";

const fields = "%H%x00%P%x00%an%x00%ae%x00%aI%x00%D%x00%B%x1e";

/**
 * The whole history as one Markdown text, which is what the peers make; and as pages, site, search
 * and data with every link checked, which they do not. Peers that start git for each tag are not
 * asked about the history with thousands of tags: they do not come to an end.
 */
export function changelog(folder: string): Benchmark {
  const [few, many] = [join(folder, "few-tags"), join(folder, "many-tags")];
  layHistory(few, 44);
  layHistory(many, 12_000);
  const out = () => {
    rmSync(join(few, "out"), { recursive: true, force: true });
  };
  return {
    name: "changelog",
    input: `${historyName}; 44 tags unless said`,
    contestants: [
      { name: "rastro", command: packedRastro(few, "changelog", "--all") },
      { name: "rastro, 12,000 tags", command: packedRastro(many, "changelog", "--all") },
      {
        name: "rastro gen changelog",
        command: packedRastro(few, "gen", "changelog"),
        before: out,
      },
      { name: "git log", command: git(few) },
      peer("conventional-changelog", few, ["dist/cli/index.js", "-p", "angular", "-r", "0"]),
      peer("git-cliff", few, ["lib/cli/cli.js", "--offline"]),
      peer("auto-changelog", few, ["src/index.js", "--stdout", "--commit-limit", "false"]),
    ],
    goals: [
      { subject: "rastro", yardstick: "git log", measure: "time", atMost: 2 },
      { subject: "rastro", yardstick: "conventional-changelog", measure: "time", atMost: 1 / 3 },
      { subject: "rastro", yardstick: "git-cliff", measure: "time", atMost: 1 / 8 },
      { subject: "rastro, 12,000 tags", yardstick: "rastro", measure: "time", atMost: 1.3 },
    ],
  };
}

const git = (cwd: string): Command => ({
  program: "git",
  args: ["log", `--format=${fields}`],
  cwd,
});

function peer(name: string, cwd: string, [file = "", ...args]: readonly string[]): Contestant {
  const program = findPeer(`${name}/${file}`);
  const command =
    program === undefined
      ? undefined
      : { program: process.execPath, args: [program, ...args], cwd };
  return { name, command, bring: bringPeers };
}
