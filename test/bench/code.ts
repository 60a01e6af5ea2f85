import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Benchmark, Contestant } from "./compare.ts";
import type { Command } from "./measure.ts";
import { packedRastro } from "./packed.ts";
import { bringPeers, findPeer } from "./peers.ts";

/** A real package whose every file is an entry point, beside TypeDoc, which reads it for both. */
export function code(folder: string): Benchmark {
  const place = join(folder, "code");
  const found = findPeer("rxjs/package.json");
  if (found !== undefined) layPackage(dirname(found), place);
  const contestant = (name: string, command: Command | undefined): Contestant => ({
    name,
    command: found === undefined ? undefined : command,
    bring: bringPeers,
  });
  const fromNothing = () => {
    for (const path of ["out", "node_modules/.cache"]) {
      rmSync(join(place, path), { recursive: true, force: true });
    }
  };
  return {
    name: "code",
    input: "rxjs 7.8.1, 251 files",
    contestants: [
      {
        ...contestant("rastro", packedRastro(place, "gen", "code")),
        before: fromNothing,
      },
      contestant("rastro, no change", packedRastro(place, "gen", "code")),
      contestant("typedoc --json", typedoc(place, "--json", "model.json")),
      contestant(
        "typedoc-plugin-markdown",
        typedoc(place, "--plugin", "typedoc-plugin-markdown", "--out", "markdown"),
      ),
    ],
    goals: [
      { subject: "rastro", yardstick: "typedoc --json", measure: "cpu", atMost: 1.2 },
      { subject: "rastro", yardstick: "typedoc-plugin-markdown", measure: "cpu", atMost: 1.1 },
      { subject: "rastro, no change", measure: "time", atMost: 300 },
    ],
  };
}

function layPackage(from: string, place: string): void {
  // Where it keeps what it read.
  mkdirSync(join(place, "node_modules"), { recursive: true });
  cpSync(join(from, "src"), join(place, "src"), { recursive: true });
  cpSync(join(from, "tsconfig.json"), join(place, "tsconfig.json"));
  writeFileSync(
    join(place, "rastro.config.yaml"),
    "sources:\n  typescript:\n    - { path: src, foreign: true }\n",
  );
}

function typedoc(place: string, ...words: readonly string[]): Command | undefined {
  const program = findPeer("typedoc/bin/typedoc");
  const plugin = findPeer("typedoc-plugin-markdown/dist/index.js");
  if (program === undefined || plugin === undefined) return undefined;
  const named = words.map((word) => (word === "typedoc-plugin-markdown" ? plugin : word));
  const input = ["--entryPointStrategy", "expand", "--entryPoints", "src", "--readme", "none"];
  return {
    program: process.execPath,
    args: [program, ...input, "--skipErrorChecking", "--logLevel", "None", ...named],
    cwd: place,
  };
}
