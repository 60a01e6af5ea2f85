import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const settings = `language: en
regions: [README.md]
sources:
  programme: [programme.yaml]
`;
const files = {
  "rastro.config.yaml": settings,
  "programme.yaml": `requirements:
  - { id: R10, title: Later, status: approved, statement: It | holds. Always. }
  - { id: R2, title: "[Trap](x) <b>", status: approved, statement: It holds. }
gates:
  - id: release
    title: Release
    stage: S1
    criteria:
      - { id: C1, title: It works, metric: p95, op: "<", threshold: 1, unit: s }
stages:
  - { id: S1, title: Stage, status: planned, start: 2026-01-01, end: 2026-01-31 }
`,
  "package.json": '{ "scripts": { "a": "echo | cat" } }',
  "schema.json": JSON.stringify({
    properties: { a: { $ref: "#/$defs/part" } },
    $defs: { part: { required: ["k"], properties: { k: { description: "A [key](x)." } } } },
  }),
};

/** Reading code takes the longest: only where a region shows it. */
const code = {
  "rastro.config.yaml": `${settings}  typescript: [src]\n`,
  "src/one/index.ts":
    "/** Counts `a | b`. Well.\n * @module */\n/** One. */\nexport const a = 1;\n",
  "src/two/b.ts": "export const b = 1;\n",
};

const marked = (...regions: readonly string[]): string =>
  regions.map((words) => `<!-- rastro:begin ${words} -->\n<!-- rastro:end -->\n`).join("\n");

const read = (folder: string, file = "README.md") => readFileSync(join(folder, file), "utf8");

const findings = (folder: string, command = "check") =>
  (
    JSON.parse(rastro(folder, [command, "--format", "json"]).stdout) as {
      findings: readonly { code: string; file: string; line?: number; suggestions?: string[] }[];
    }
  ).findings.filter(({ file }) => file === "README.md" || file.startsWith("badges/"));

describe("regions of committed files", () => {
  test("each kind is made from what the project knows, and making them again changes nothing", () => {
    const { folder, commit } = gitRepository(temporaryFolder());
    const kinds = [
      "api",
      "badges",
      "commands",
      "coverage",
      "features",
      "folders path=src",
      "gates",
      "keys file=schema.json at=/properties/a",
      "links",
      "scripts file=package.json",
      "tree depth=1",
    ];
    commit("feat: one", { ...files, ...code, "README.md": `# A\n\n${marked(...kinds)}` });
    expect(findings(folder).map(({ code }) => code)).toContain("publish/stale-region");
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const made = read(folder);
    expect(made).toContain("| `rastro gen [target…]`");
    expect(made).toContain("![Symbols documented: 50 %](badges/symbols-documented.svg)");
    expect(made).toMatch(/\| Symbols documented +\| 1\/2/);
    expect(made).toContain("### `src/two/b`\n\n```ts\nconst b: 1;\n```\n");
    expect(made.indexOf("`R2`")).toBeLessThan(made.indexOf("`R10`"));
    expect(made).toContain("It \\| holds.");
    expect(made).toContain("Trap \\<b>");
    expect(made).toMatch(/\| `one` +\| Counts `a \\\| b`/);
    expect(made).toContain("`rastro gate status release`");
    expect(made).toMatch(/\| `k` \\\* +\| A key\. +\|/);
    expect(made).toContain("| `npm run a` | `echo \\| cat` |");
    expect(made).toContain("```text\nbadges/\nsrc/\nREADME.md\n");
    expect(read(folder, "badges/symbols-documented.svg")).toContain("<svg");
    expect(findings(folder).filter(({ code }) => code.startsWith("publish/"))).toEqual([]);
    commit("docs: regions", {});
    expect(rastro(folder, ["gen"]).code).toBe(0);
    expect(read(folder)).toBe(made);
    writeFileSync(join(folder, "badges/symbols-documented.svg"), "<!-- rastro:badge -->");
    expect(findings(folder)).toMatchObject([
      { code: "publish/stale-badge", file: "badges/symbols-documented.svg" },
    ]);
    writeFileSync(join(folder, "badges/symbols-documented.svg"), "<svg/>");
    expect(rastro(folder, ["gen", "--lang", "en"]).stdout).toContain("publish/committed-meanwhile");
    expect(read(folder, "badges/symbols-documented.svg")).toBe("<svg/>");
  });

  test("what stands outside the markers stays byte by byte: marks, line ends, permissions", () => {
    const folder = temporaryFolder(files);
    const file = join(folder, "README.md");
    const before =
      "\ufeff# A  \r\n\r\n- a\r\n\r\n  <!-- rastro:begin scripts file=package.json -->\r\n";
    const after = "  <!-- rastro:end -->\r\n\r\nlast line, \t without an end";
    writeFileSync(file, `${before}  old\r\n${after}`);
    chmodSync(file, 0o640);
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const made = read(folder);
    expect(made.startsWith(before) && made.endsWith(after)).toBe(true);
    expect(made.slice(before.length, -after.length)).toMatch(
      /^\r\n {2}\| Script .*\|\r\n {2}\| -.*\|\r\n {2}\| `npm run a` .*\|\r\n\r\n$/,
    );
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(rastro(folder, ["check"]).code).toBe(0);
  });

  test("drift is an error at its line, with the lines that go and come and the command that mends it", () => {
    const folder = temporaryFolder({
      ...files,
      "README.md":
        "<!-- rastro:begin scripts file=package.json -->\n\nold\n\n<!-- rastro:end -->\n",
    });
    const { code, stdout } = rastro(folder, ["check", "--lang", "en"]);
    expect(code).toBe(1);
    expect(stdout).toContain("README.md:2 error region `scripts` is not what would be made now");
    expect(stdout).toContain("run `rastro gen`");
    expect(stdout).toContain("README.md:3 - old");
    expect(stdout).toContain("README.md:3 + | Script");
  });

  test("an error anywhere keeps every file as it is", () => {
    const text = marked("scripts file=package.json", "scripts file=gone.json");
    const folder = temporaryFolder({ ...files, "README.md": text });
    expect(rastro(folder, ["gen"]).code).toBe(1);
    expect(read(folder)).toBe(text);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test.each([
    ["trees", "render/unknown-region", ["tree"]],
    ["tree dept=2", "render/region-option", ["depth"]],
    ["coverage project=x", "render/region-project", undefined],
    ["scripts file=schema.json", "render/region-impossible", undefined],
    ["scripts file=../package.json", "render/region-impossible", undefined],
    ["badges folder=../x", "render/region-impossible", undefined],
    ["tree", "sources/no-file-list", undefined],
  ])("`%s` is reported where it is written", (words, code, suggestions) => {
    const folder = temporaryFolder({ ...files, "README.md": `# A\n\n${marked(words)}` });
    const [finding] = findings(folder).filter((each) => !each.code.startsWith("publish/"));
    expect(finding).toMatchObject({ code, line: 3, ...(suggestions && { suggestions }) });
  });

  test("a target alone leaves committed files as they are", () => {
    const text = marked("commands");
    const folder = temporaryFolder({ ...files, "README.md": text });
    expect(rastro(folder, ["gen", "code"]).code).toBe(0);
    expect(read(folder)).toBe(text);
  });
});
