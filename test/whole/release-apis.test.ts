import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { releasedProject } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const settings = "title: Guia\nlanguage: en\nsources:\n  openapi: [api/openapi.yaml]\n  git: [.]\n";

const documentOf = (version: string, paths: string): string =>
  `openapi: 3.1.0\ninfo: { title: Pets, version: "${version}" }\npaths:\n${paths}`;

const pets = `  /pets:
    get:
      operationId: listPets
      responses:
        200: { description: ok, content: { application/json: { schema: { $ref: parts.yaml#/Pet } } } }
`;
const owners =
  "  /owners: { get: { operationId: listOwners, responses: { 200: { description: ok } } } }\n";

/** A new API, a release that touches nothing of it, and one that breaks it. */
const project = (): string =>
  releasedProject(settings, {
    "v1.0.0": {
      "api/openapi.yaml": documentOf("1", pets),
      "api/parts.yaml":
        "Pet: { type: object, required: [name], properties: { name: { type: string } } }\n",
    },
    "v1.1.0": { "other.json": "{}\n" },
    "v2.0.0": {
      "api/openapi.yaml": documentOf("2", pets + owners),
      "api/parts.yaml": "Pet: { type: object, properties: { name: { type: string } } }\n",
    },
  });

describe("a release", () => {
  test("says what it changed in the API, and operations say when they came and changed", () => {
    const folder = project();
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const page = (path: string) => readFileSync(join(folder, "out/md", path), "utf8");
    const release = (tag: string) => page(`changelog/releases/${tag}.md`);
    expect(release("v1.0.0")).toMatch(/\[GET \/pets\]\(.*\) \|\s+\| operation added \| compatible/);
    expect(release("v1.1.0")).not.toContain("operation added");
    expect(release("v2.0.0")).toMatch(/schema pet \| name \| became optional \| breaking \|/i);
    expect(release("v2.0.0")).toMatch(/\[GET \/owners\]\(.*\) \|\s+\| operation added/);
    const operations = page("api/tags/untagged.md");
    expect(operations).toMatch(
      /operationId: `listPets`\n- Since \[v1\.0\.0\]\(.*\)\n- Changed in \[v2\.0\.0\]\(.*\)\n/,
    );
    expect(operations).toMatch(/operationId: `listOwners`\n- Since \[v2\.0\.0\]\(.*\)\n/);
  });
});
