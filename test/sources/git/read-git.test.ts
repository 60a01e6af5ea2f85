import type { Fact, Reference } from "#model/fact.ts";
import type { ItemAttributes, ItemKind } from "#model/item.ts";
import { readGit } from "#sources/git/read-git.ts";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";

async function read(root: string, ...paths: readonly string[]) {
  const entries = (paths.length === 0 ? ["."] : paths).map((path) => ({ path, foreign: false }));
  const { value, diagnostics } = await readGit({ root, entries });
  return {
    facts: value,
    codes: diagnostics.map(({ code, severity }) => `${severity} ${code}`),
    commits: itemsOf(value, "commit"),
    releases: itemsOf(value, "release"),
    repository: itemsOf(value, "repository")[0],
    references: value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : [])),
  };
}

const itemsOf = <Kind extends ItemKind>(facts: readonly Fact[], kind: Kind) =>
  facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === kind
      ? [fact.item.attributes as ItemAttributes[Kind]]
      : [],
  );

const written = (references: readonly Reference[]): readonly string[] =>
  references.map(({ role, to }) => `${role} ${to}`);

describe("commits", () => {
  test("a conventional commit is understood, another is kept as it is", async () => {
    const { folder, commit } = gitRepository();
    commit("feat(catálogo): busca por nome\n\nCorpo com acentuação: ção.");
    commit("Arruma a casa");
    const { commits, facts } = await read(folder);
    expect(commits.map(({ subject }) => subject)).toEqual([
      "Arruma a casa",
      "feat(catálogo): busca por nome",
    ]);
    expect(commits[0]!.conventional).toBeUndefined();
    expect(commits[1]).toMatchObject({
      author: "Joana Conceição",
      date: "2026-01-02T12:00:00-03:00",
      body: "Corpo com acentuação: ção.",
      position: 0,
      conventional: {
        type: "feat",
        section: "feat",
        scope: "catálogo",
        description: "busca por nome",
      },
    });
    const tally = facts.find((fact) => fact.fact === "tally");
    expect(tally?.tally).toMatchObject({ read: 2, modelled: 1, passedOver: 0, notUnderstood: 1 });
  });

  test("breaking changes are found in every spelling", async () => {
    const { folder, commit } = gitRepository();
    commit("feat!: sem v1");
    commit("fix: outra\n\nBREAKING CHANGE: a chave mudou\nde nome");
    commit("fix: terceira\n\nBREAKING-CHANGE: e o tipo");
    commit("refactor(api)!: quarta\n\nBREAKING CHANGE: e a rota");
    const { commits } = await read(folder);
    expect(commits.map(({ breaking }) => breaking)).toEqual([
      ["e a rota"],
      ["e o tipo"],
      ["a chave mudou\nde nome"],
      ["sem v1"],
    ]);
  });

  test("a revert names the commit that it takes back", async () => {
    const { folder, commit, git } = gitRepository();
    const wrong = commit("feat: engano", { "a.txt": "1" });
    git("revert", "--no-edit", "HEAD");
    const { commits } = await read(folder);
    expect(commits[0]!.reverts).toBe(wrong);
  });

  test("trailers become references, several ids on one line, and issues of a forge do not", async () => {
    const { folder, commit } = gitRepository();
    commit(
      "feat: x\n\nImplements: OPT1, requirement:R-2\nRefs: #12, R-3, org/casa#4, 1a2b3c4, https://example.org/5\nVerifies: R-4",
    );
    const { references } = await read(folder);
    expect(written(references)).toEqual([
      "implements OPT1",
      "implements requirement:R-2",
      "refers-to R-3",
      "verifies R-4",
    ]);
    expect(references.every(({ foreign }) => foreign)).toBe(true);
  });

  test("separators and markup in a message change no other commit", async () => {
    const { folder, commit } = gitRepository();
    commit("fix: antes");
    commit(
      "feat: \u001e\u001f\u0001 <script>alert(1)</script> | `x` [y](javascript:z)\n\n\u001e\u001f",
    );
    commit("");
    const { commits } = await read(folder);
    expect(commits.map(({ subject }) => subject)).toEqual([
      "",
      "feat: \u001e\u001f\u0001 <script>alert(1)</script> | `x` [y](javascript:z)",
      "fix: antes",
    ]);
  });

  test.each([
    ["one long word", `feat: ${"a".repeat(1_000_000)}`],
    ["white space", `revert: ${" ".repeat(1_000_000)}x`],
    ["brackets", `feat(${")!: (".repeat(200_000)}`],
    ["issues", `feat: ${"#1 ".repeat(300_000)}`],
    ["actions", `feat: x\n\n${"closes #1 ".repeat(100_000)}`],
    ["notes", `feat: x\n\n${"BREAKING CHANGE: y\n".repeat(50_000)}`],
    ["lines", `feat: x\n\n${"y\n".repeat(500_000)}`],
  ])("a megabyte of %s is read in linear time", async (_what, message) => {
    const { folder, commit } = gitRepository();
    commit(message);
    const start = performance.now();
    const { commits } = await read(folder);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(commits[0]!.subject.length).toBe(message.split("\n")[0]!.trim().length);
  });

  test("settings of the repository do not change what is read", async () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: um", { "a.txt": "1" });
    const plain = await read(folder);
    git("config", "log.showSignature", "true");
    git("config", "log.follow", "true");
    git("config", "log.decorate", "full");
    git("config", "color.ui", "always");
    git("config", "format.pretty", "oneline");
    git("config", "i18n.logOutputEncoding", "iso-8859-1");
    expect(await read(folder)).toEqual(plain);
  });
});

describe("releases", () => {
  test("a commit belongs to the oldest tag that reaches it, whatever the shape of the history", async () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: um");
    git("tag", "v0.1.0");
    git("checkout", "--quiet", "-b", "ramo");
    commit("fix: no ramo");
    git("checkout", "--quiet", "main");
    commit("feat: dois");
    git("tag", "--annotate", "--message=versão", "v0.2.0");
    git("merge", "--quiet", "--no-ff", "--no-edit", "ramo");
    commit("feat: três");
    git("tag", "v0.3.0");
    commit("docs: depois");
    const { commits, releases, repository } = await read(folder);
    const byRelease = Object.fromEntries(commits.map((each) => [each.subject, each.release]));
    expect(byRelease).toEqual({
      "feat: um": "v0.1.0",
      "fix: no ramo": "v0.3.0",
      "feat: dois": "v0.2.0",
      "Merge branch 'ramo'": "v0.3.0",
      "feat: três": "v0.3.0",
      "docs: depois": undefined,
    });
    expect(releases.map(({ tag }) => tag)).toEqual(["v0.1.0", "v0.2.0", "v0.3.0"]);
    expect(repository!.nextTag).toBeUndefined();
  });

  test("tags of one commit are one release, under the finished and plainest name", async () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: um");
    for (const tag of ["pacote-v1.0.0", "v1.0.0-rc.1", "v1.0.0"]) git("tag", tag);
    const { releases, references } = await read(folder);
    expect(releases.map(({ tag, sameAs }) => [tag, sameAs])).toEqual([
      ["v1.0.0", undefined],
      ["pacote-v1.0.0", "v1.0.0"],
      ["v1.0.0-rc.1", "v1.0.0"],
    ]);
    expect(written(references)).toEqual(["released-in release:v1.0.0"]);
  });

  test("a finished version takes the commits of its pre-releases; those after it keep their own", async () => {
    const { folder, commit, git } = gitRepository();
    for (const tag of [
      "rc2.0.0-rc.1",
      "rc2.0.0-rc.2",
      "v2.0.0",
      "v2.1.0-beta.1",
      "v2.1.0-beta.2",
    ]) {
      commit(`feat: ${tag}`);
      git("tag", tag);
    }
    const { releases, commits } = await read(folder);
    expect(releases.map(({ tag, foldedInto }) => [tag, foldedInto])).toEqual([
      ["rc2.0.0-rc.1", "v2.0.0"],
      ["rc2.0.0-rc.2", "v2.0.0"],
      ["v2.0.0", undefined],
      ["v2.1.0-beta.1", undefined],
      ["v2.1.0-beta.2", undefined],
    ]);
    expect(commits.map(({ release }) => release)).toEqual([
      "v2.1.0-beta.2",
      "v2.1.0-beta.1",
      "v2.0.0",
      "v2.0.0",
      "v2.0.0",
    ]);
  });

  test("a date is no pre-release", async () => {
    const { folder, commit, git } = gitRepository();
    for (const tag of ["2026-01-02", "2026-02-03"]) {
      commit(`feat: ${tag}`);
      git("tag", tag);
    }
    commit("feat: depois");
    git("tag", "v1.0.0");
    const { releases } = await read(folder);
    expect(releases.every(({ foldedInto }) => foldedInto === undefined)).toBe(true);
  });

  test("a tag whose name looks like an option is a name and nothing else", async () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: um");
    git("update-ref", "refs/tags/--upload-pack=x", "HEAD");
    commit("fix: dois");
    const { releases, commits, codes } = await read(folder);
    expect(releases.map(({ tag }) => tag)).toEqual(["--upload-pack=x"]);
    expect(commits.map(({ release }) => release)).toEqual([undefined, "--upload-pack=x"]);
    expect(codes).toEqual([]);
  });

  test("a tag beside the history is counted, not followed", async () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: um", { "a.txt": "1" });
    git("checkout", "--quiet", "-b", "lado");
    commit("feat: ao lado");
    git("tag", "v9.0.0");
    git("tag", "arquivo", "HEAD:a.txt");
    git("checkout", "--quiet", "main");
    const { repository, codes } = await read(folder);
    expect(repository!.otherTags).toBe(2);
    expect(codes).toEqual(["info sources/git-no-tags"]);
  });

  test.each([
    ["v1.2.3", "fix: y", "v1.2.4"],
    ["1.2.3", "feat: y", "1.3.0"],
    ["v1.2.3", "feat!: y", "v2.0.0"],
    ["v0.2.3", "feat!: y", "v0.3.0"],
    ["v1.2.3", "docs: y", undefined],
    ["pacote@1.2.3", "feat: y", undefined],
  ])("after %s and `%s` the next tag is %s", async (tag, message, next) => {
    const { folder, commit, git } = gitRepository();
    commit("feat: x");
    git("tag", tag);
    commit(message);
    expect((await read(folder)).repository!.nextTag).toBe(next);
  });
});

describe("what part of which repository", () => {
  test("an entry inside the repository limits the history to its path", async () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: um", { "a/x.txt": "1" });
    git("tag", "v1.0.0");
    commit("feat: dois", { "b [c]/y.txt": "1" });
    git("tag", "v2.0.0");
    commit("feat: três", { "a/x.txt": "2", "z.txt": "1" });
    const subjects = async (...paths: readonly string[]) =>
      (await read(folder, ...paths)).commits.map(({ subject }) => subject);
    expect(await subjects("a")).toEqual(["feat: três", "feat: um"]);
    expect(await subjects("b [c]")).toEqual(["feat: dois"]);
    expect(await subjects("z.txt", "b [c]")).toEqual(["feat: três", "feat: dois"]);
    expect(await subjects("a", ".")).toHaveLength(3);
    expect((await read(folder, "a")).releases.map(({ tag }) => tag)).toEqual(["v1.0.0"]);
  });

  test("the root of the repository may lie above the root of the project", async () => {
    const { folder, commit } = gitRepository();
    commit("feat: fora", { "x.txt": "1" });
    commit("feat: dentro", { "projeto/x.txt": "1" });
    const { commits, repository } = await read(join(folder, "projeto"));
    expect(commits.map(({ subject }) => subject)).toEqual(["feat: dentro"]);
    expect(repository).toMatchObject({ date: "2026-01-03T12:00:00-03:00", commits: 1 });
  });

  test("a shallow clone says that it is one", async () => {
    const { folder, commit } = gitRepository();
    commit("feat: um");
    commit("feat: dois");
    const clone = join(temporaryFolder(), "clone");
    execFileSync("git", ["clone", "--quiet", "--depth=1", `file://${folder}`, clone]);
    const { commits, codes, repository } = await read(clone);
    expect(commits).toHaveLength(1);
    expect(codes).toEqual(["warning sources/git-shallow"]);
    expect(repository!.shallow).toBe(true);
  });
});

describe("no history", () => {
  test("a folder outside any repository is a warning", async () => {
    expect((await read(temporaryFolder())).codes).toEqual(["warning sources/git-not-a-repository"]);
  });

  test("a repository without commits is a warning", async () => {
    const { folder } = gitRepository();
    expect((await read(folder)).codes).toEqual(["warning sources/git-no-commits"]);
  });

  test("a machine without git is a warning", async () => {
    const { folder, commit } = gitRepository();
    commit("feat: um");
    const path = process.env["PATH"];
    process.env["PATH"] = folder;
    try {
      expect((await read(folder)).codes).toEqual(["warning sources/git-missing"]);
    } finally {
      process.env["PATH"] = path;
    }
  });

  test("a repository that git refuses is a warning with git's own reason", async () => {
    const { folder, commit } = gitRepository();
    commit("feat: um");
    writeFileSync(join(folder, ".git/config"), "[core\n");
    expect((await read(folder)).codes).toEqual(["warning sources/git-refused"]);
  });

  test("a path that is not there, or leads outside, is an error", async () => {
    const { folder, commit } = gitRepository();
    commit("feat: um");
    mkdirSync(join(folder, "projeto"));
    expect((await read(join(folder, "projeto"), "nada", "..")).codes).toEqual([
      "error sources/nothing-matches",
      "error sources/outside-root",
    ]);
  });
});
