import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { suiteFolder } from "../support/folder.ts";
import { gitRepository } from "../support/git-repository.ts";
import { repository } from "../support/repository.ts";
import { rastro } from "../support/rastro.ts";

interface Facts {
  readonly releases: readonly {
    readonly tag: string | null;
    readonly commits: readonly { readonly subject: string; readonly fate: string }[];
  }[];
}

describe("rastro changelog", () => {
  const folder = suiteFolder();
  const run = (...words: readonly string[]) =>
    rastro(folder, ["changelog", "--lang", "en", ...words]);

  beforeAll(() => {
    const { commit, git } = gitRepository(folder);
    commit("feat: busca por nome", { "rastro.config.yaml": "sources: { git: [.] }\n" });
    git("tag", "v1.0.0");
    commit("feat(api)!: sem o campo `área`");
    commit("docs: guia");
    git("tag", "v2.0.0-rc.1");
    commit("fix: [não](javascript:alert(1)) <b>mais</b>");
    git("tag", "v2.0.0");
    commit("wip");
  });

  test("prints every release as Markdown, newest first, and counts what it does not write out", () => {
    const { code, stdout, stderr } = run();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(/^#.*$/gm)).toEqual([
      "# Changelog",
      "## Unreleased",
      "### Changes",
      "## 2.0.0 (2026-01-05)",
      "### Breaking changes",
      "### Features",
      "### Fixes",
      "## 1.0.0 (2026-01-02)",
      "### Features",
    ]);
    expect(stdout).toContain("- **api:** sem o campo \\`área\\` (`");
    expect(stdout).toContain("Other commits, not listed here: 1.");
    expect(stdout).toContain("- \\[não\\](javascript:alert(1)) \\<b>mais\\</b> (`");
  });

  test("prints the notes of one release, without a title, and with --all every commit of it", () => {
    expect(run("v1.0.0").stdout).toMatch(
      /^## 1\.0\.0 [^#]*### Features\n\n- busca por nome [^#]*$/,
    );
    expect(run("latest", "--all").stdout).toContain("### Documentation\n\n- guia (`");
    expect(run("unreleased", "--all").stdout).toContain("- wip (`");
  });

  test("a pre-release is told by the version that took its commits", () => {
    expect(run("v2.0.0-rc.1").stdout).toBe(run("v2.0.0").stdout);
  });

  test("what is no release is said, and nothing is printed", () => {
    const { code, stdout, stderr } = run("v9");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("no release is called 'v9'");
  });

  test("as JSON it holds every commit, as the schema has it", () => {
    const { stdout } = run("--format", "json");
    const facts = JSON.parse(stdout) as Facts;
    const schema = readFileSync(join(repository, "schemas/changelog.schema.json"), "utf8");
    const ajv = new Ajv2020({ allowUnionTypes: true });
    expect([ajv.validate(JSON.parse(schema) as object, facts), ajv.errors]).toEqual([true, null]);
    const subjects = facts.releases.map(({ tag, commits }) => [
      tag,
      ...commits.map(({ subject }) => subject),
    ]);
    expect(subjects).toEqual([
      [null, "wip"],
      [
        "v2.0.0",
        "fix: [não](javascript:alert(1)) <b>mais</b>",
        "docs: guia",
        "feat(api)!: sem o campo `área`",
      ],
      ["v1.0.0", "feat: busca por nome"],
    ]);
  });
});

describe("the notes of projects with customs of their own", () => {
  const notesOf = (folder: string) => rastro(folder, ["changelog", "--lang", "en"]).stdout;
  const settings = {
    "rastro.config.yaml": "sources: { git: [{ path: ., url: https://github.com/a/b }] }\n",
  };

  test("who follows no convention sees the commits, without those that only raise the version", () => {
    const { folder, commit, git } = gitRepository();
    commit("✨ Busca por nome", settings);
    commit("Corrige a busca");
    commit("docs: guia");
    commit("1.0.0");
    git("tag", "v1.0.0");
    const notes = notesOf(folder);
    expect(notes).toMatch(
      /### Changes\n\n- Corrige a busca [^\n]*\n- ✨ Busca por nome [^\n]*\n\nOther/,
    );
    expect(notes).toContain("Other commits, not listed here: 2.");
  });

  test("who follows a convention of his own sees the commits as they are written", () => {
    const { folder, commit } = gitRepository();
    commit("net: ipv6: fecha o soquete", settings);
    commit("fix: uma só");
    commit("docs/guia: exemplo");
    const notes = notesOf(folder);
    expect(notes).toMatch(/### Fixes\n\n- uma só [^\n]*\n\n### Changes\n\n- docs\/guia: exemplo/);
    expect(notes).toContain("- net: ipv6: fecha o soquete (");
  });

  test("what is not released is compared with the newest release, of whatever package", () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: raiz", settings);
    git("tag", "v0.1.0");
    commit("feat: pacote");
    git("tag", "@x/nucleo@1.2.0");
    git("tag", "@x/tela@3.0.0");
    commit("fix: depois");
    const notes = notesOf(folder);
    expect(notes).toContain(
      "## [Unreleased](https://github.com/a/b/compare/%40x/nucleo%401.2.0...HEAD)",
    );
    expect(notes).toMatch(
      /## `@x\/nucleo@1\.2\.0` [^\n]*\n\nOther tags of the same commit: `@x\/tela@3\.0\.0`\n/,
    );
  });

  test("a note of what breaks ends where the next squashed subject begins", () => {
    const { folder, commit } = gitRepository();
    commit(
      "feat: sem v1 (#7)\n\n* feat: sem v1\n\nBREAKING CHANGE: a rota v1 saiu.\nUse a v2.\n\n* docs: guia da v2 (#6)\n",
      settings,
    );
    expect(notesOf(folder)).toMatch(/### Breaking changes\n\n- a rota v1 saiu\. Use a v2\. \(\[/);
  });

  test("who publishes packages quotes what others did, and that is told once", () => {
    const { folder, commit, git } = gitRepository();
    commit("fix: busca sem acento (#3)", settings);
    commit(
      "Version Packages (next) (#4)\n\n## @x/a@1.0.1\n\n- fix: busca sem acento\n\n- feat: outra",
    );
    git("tag", "@x/a@1.0.1");
    commit("[ci] release (#5)\n\n- fix: de novo");
    const notes = notesOf(folder);
    expect(notes.match(/^- .*$/gm)).toHaveLength(1);
    expect(notes.match(/not listed here: 1\./g)).toHaveLength(2);
  });
});
