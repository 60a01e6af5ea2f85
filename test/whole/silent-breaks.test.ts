import { expect, test } from "vitest";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const settings = "sources: { openapi: [api.yaml], git: [.] }\n";
const get = (path: string): string =>
  `  ${path}: { get: { operationId: op${path.slice(1)}, responses: { 200: { description: ok } } } }\n`;
const api = (...paths: readonly string[]): string =>
  `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n${paths.map(get).join("")}`;

interface Answer {
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}

/** What is said of breaks after these releases, and what was committed since. */
function breaksOf(
  releases: readonly (readonly [string, string, string])[],
  since?: readonly [string, string],
) {
  const { folder, commit, git } = gitRepository();
  for (const [tag, message, text] of releases) {
    commit(message, { "rastro.config.yaml": settings, "api.yaml": text });
    git("tag", tag);
  }
  if (since) commit(since[0], { "api.yaml": since[1] });
  const { findings } = JSON.parse(rastro(folder, ["check", "--format", "json"]).stdout) as Answer;
  return findings.flatMap(({ code, severity }) =>
    code.endsWith("-break") ? [`${severity} ${code}`] : [],
  );
}

const first = ["v1.0.0", "feat: começo", api("/a", "/b", "/c")] as const;

test("a release that breaks and calls itself a fix is found; of an older one it is noted", () => {
  const fix = ["v1.0.1", "fix: arruma", api("/a", "/b")] as const;
  expect(breaksOf([first, fix])).toEqual(["warning evaluate/silent-break"]);
  const next = ["v1.0.2", "docs: nada", api("/a", "/b")] as const;
  expect(breaksOf([first, fix, next])).toEqual(["info evaluate/silent-break"]);
});

test("a break that its commit or its version announces is none", () => {
  expect(breaksOf([first, ["v1.0.1", "fix!: sem /c", api("/a", "/b")]])).toEqual([]);
  expect(breaksOf([first, ["v2.0.0", "feat: sem /c", api("/a", "/b")]])).toEqual([]);
});

test("a break that is not released yet is found while it can still be announced", () => {
  expect(breaksOf([first], ["fix: arruma", api("/a")])).toEqual([
    "warning evaluate/unreleased-break",
  ]);
  expect(breaksOf([first], ["fix!: sem /b e /c", api("/a")])).toEqual([]);
});
