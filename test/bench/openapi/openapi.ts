import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Benchmark, Contestant } from "../compare.ts";
import type { Command } from "../measure.ts";
import { packedRastro } from "../packed.ts";
import { bringPeers, findPeer } from "../peers.ts";

/**
 * GitHub's API of 2020: 666 operations in 3.6 MB. Scalar is not among the contestants: it takes a
 * `$ref` inside an example for a reference, fetches it, and ends where there is no network.
 */
export const openapi = (folder: string): Benchmark =>
  benchmark("openapi", "@github/openapi/dist/api.github.com.json", folder);

/** The same API today: 1,223 operations in 13 MB. */
export function largeOpenapi(folder: string): Benchmark {
  const path = "@octokit/openapi/generated/api.github.com.json";
  const { contestants, ...rest } = benchmark("openapi-large", path, folder);
  const command = findPeer(path) === undefined ? undefined : scalar(join(folder, "openapi-large"));
  return {
    ...rest,
    contestants: [...contestants, { name: "Scalar", command, bring: bringPeers }],
  };
}

/** One document becomes documentation: linked pages, or whatever its program makes of it. */
function benchmark(name: string, path: string, folder: string): Benchmark {
  const place = join(folder, name);
  const document = findPeer(path);
  mkdirSync(place, { recursive: true });
  if (document !== undefined) copyFileSync(document, join(place, "api.json"));
  writeFileSync(
    join(place, "rastro.config.yaml"),
    "sources:\n  openapi:\n    - { path: api.json, foreign: true }\n",
  );
  const contestant = (who: string, command: Command | undefined): Contestant => ({
    name: who,
    command: document === undefined ? undefined : command,
    bring: bringPeers,
  });
  return {
    name,
    input: document === undefined ? path : `${path}, ${megabytes(document)} MB`,
    contestants: [
      {
        ...contestant("rastro", packedRastro(place, "gen", "api")),
        before: () => {
          rmSync(join(place, "out"), { recursive: true, force: true });
        },
      },
      contestant("JSON.parse alone", parseAlone(place)),
      contestant(
        "widdershins",
        peer(place, "widdershins/widdershins.js", "api.json", "-o", "w.md"),
      ),
      contestant(
        "Redocly build-docs",
        peer(place, "@redocly/cli/bin/cli.js", "build-docs", "api.json", "-o", "r.html"),
      ),
    ],
    goals: [
      { subject: "rastro", yardstick: "widdershins", measure: "time", atMost: 1 / 5 },
      { subject: "rastro", yardstick: "widdershins", measure: "peak", atMost: 1 / 3 },
      { subject: "rastro", yardstick: "Redocly build-docs", measure: "time", atMost: 1 / 2 },
      { subject: "rastro", yardstick: "JSON.parse alone", measure: "time", atMost: 5 },
    ],
  };
}

const megabytes = (file: string): string => (statSync(file).size / 1e6).toFixed(1);

const node = (cwd: string, ...args: readonly string[]): Command => ({
  program: process.execPath,
  args,
  cwd,
});

function peer(cwd: string, path: string, ...words: readonly string[]): Command | undefined {
  const file = findPeer(path);
  return file === undefined ? undefined : node(cwd, file, ...words);
}

const parseAlone = (cwd: string): Command =>
  node(cwd, "--eval", 'JSON.parse(require("fs").readFileSync("api.json", "utf8"))');

/** It has no command of its own. */
function scalar(cwd: string): Command | undefined {
  const file = findPeer("@scalar/openapi-to-markdown/dist/index.js");
  if (file === undefined) return undefined;
  const code = `import { createMarkdownFromOpenApi } from ${JSON.stringify(pathToFileURL(file).href)};
import { readFileSync, writeFileSync } from "node:fs";
writeFileSync("s.md", await createMarkdownFromOpenApi(readFileSync("api.json", "utf8")));`;
  return node(cwd, "--input-type=module", "--eval", code);
}
