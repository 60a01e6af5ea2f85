import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Peers are no dependencies of the project: they live in this folder, when somebody wants them. */
const peerFolder = process.env["RASTRO_BENCH_PEERS"] ?? join(tmpdir(), "rastro-bench-peers");

const peerPackages = [
  "remark-cli@12.0.1",
  "remark-validate-links@13.1.0",
  "remark-gfm@4.0.1",
  "markdown-link-check@3.15.0",
  "markdownlint-cli2@0.22.1",
  "@liam-hq/cli@0.7.24",
  "@dbml/core@10.2.0",
  "widdershins@4.0.1",
  "@redocly/cli@2.77.0",
  "@scalar/openapi-to-markdown@1.3.0",
  "@github/openapi@5.7.2",
  "@octokit/openapi@23.0.2",
  "rxjs@7.8.1",
  "git-cliff@2.14.2",
  "conventional-changelog@8.1.3",
  "conventional-changelog-angular@9.4.0",
  "auto-changelog@2.7.0",
  "typedoc@0.28.20",
  "typedoc-plugin-markdown@4.14.1",
];

export const bringPeers = "npm run bench -- --install-peers";

/** Installs the peers that npm has, outside the project. */
export function installPeers(): void {
  mkdirSync(peerFolder, { recursive: true });
  writeFileSync(join(peerFolder, "package.json"), '{ "private": true }\n');
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", ...peerPackages], {
    cwd: peerFolder,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`npm could not install the peers in ${peerFolder}`);
}

/** The file of an installed peer, or nothing. */
export function findPeer(path: string): string | undefined {
  const file = join(peerFolder, "node_modules", path);
  return existsSync(file) ? file : undefined;
}

/** A program on PATH, or nothing. */
export function findProgram(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
