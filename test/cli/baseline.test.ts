import { isFreezable } from "#diagnostics/index.ts";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const settings = `language: en
check:
  baseline: known.json
sources:
  pages: [docs]
`;
const broken = "# Guide\n\nOf [x](gone.md).\n";

describe("what was known when somebody began to check", () => {
  test("stays listed as a note and stops nothing, in `gen` and `check` alike; what is new does", () => {
    const folder = temporaryFolder({ "rastro.config.yaml": settings, "docs/guide.md": broken });
    const run = (...words: readonly string[]) => rastro(folder, [...words]);
    const before = run("gen");
    expect(before.code).toBe(1);
    expect(before.stdout).toContain("the baseline `known.json` is not there");
    const noted = run("check", "--update-baseline");
    expect(noted).toMatchObject({ code: 0, stderr: "" });
    expect(noted.stdout).toContain("1 finding noted in known.json");
    const written = readFileSync(join(folder, "known.json"), "utf8");
    expect(JSON.parse(written)).toMatchObject({
      findings: [{ code: "graph/dangling-reference", file: "docs/guide.md", count: 1 }],
    });

    writeFileSync(join(folder, "docs/guide.md"), `# Guide\n\nAbove.\n\n${broken.slice(9)}`);
    const known = run("gen");
    expect(known.code).toBe(0);
    expect(known.stdout).toContain("1 finding known before, in known.json");
    const findings = readFileSync(join(folder, "out/data/findings.json"), "utf8");
    expect(JSON.parse(findings)).toMatchObject({
      findings: [{ code: "graph/dangling-reference", severity: "info", baselined: true, line: 5 }],
    });

    writeFileSync(join(folder, "docs/guide.md"), "# Guide\n\nOf [y](new.md).\n");
    const fresh = run("check");
    expect(fresh.code).toBe(1);
    expect(fresh.stdout).toContain("docs/guide.md:3:4 error");
    expect(fresh.stdout).toContain("1 finding of known.json no longer there");
    expect(readFileSync(join(folder, "known.json"), "utf8")).toBe(written);
  });

  test("is told from other findings by what they are about, when they name no target", () => {
    const folder = temporaryFolder({ "README.md": "# A\n" });
    const links = ["check", "--links", ".", "--baseline", "known.json"];
    expect(rastro(folder, [...links, "--update-baseline"]).code).toBe(0);
    expect(rastro(folder, links).code).toBe(0);
    writeFileSync(join(folder, "other.md"), "# B\n");
    expect(rastro(folder, links).code).toBe(1);
  });

  test("may lie anywhere, in a folder that is not there yet too", () => {
    const folder = temporaryFolder({ "README.md": "[x](#x)\n" });
    const baseline = join(temporaryFolder(), "kept/known.json");
    const links = ["check", "--links", ".", "--baseline", baseline];
    expect(rastro(folder, [...links, "--update-baseline"])).toMatchObject({ code: 0, stderr: "" });
    expect(rastro(folder, links).code).toBe(0);
    expect(readFileSync(baseline, "utf8")).toContain("missing-anchor");
  });

  test("is not what a file says that is no baseline", () => {
    const folder = temporaryFolder({ "README.md": "[x](#x)\n", "known.json": '{"version":1}' });
    const { code, stdout } = rastro(folder, ["check", "--links", ".", "--baseline", "known.json"]);
    expect(code).toBe(1);
    expect(stdout).toContain("known.json:1");
    expect(stdout).toContain("`findings`");
  });

  test("is never a setting, the disk, or a signature that does not hold", () => {
    const freezes = (code: Parameters<typeof isFreezable>[0]["code"]): boolean =>
      isFreezable({ code, severity: "error", args: {} });
    expect(freezes("verify/missing-file")).toBe(true);
    expect(freezes("config/no-baseline")).toBe(false);
    expect(freezes("publish/disk-refused")).toBe(false);
    expect(freezes("evaluate/gate-tampered")).toBe(false);
  });
});
