import { readGit } from "#sources/git/read-git.ts";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { gitRepository } from "../../support/git-repository.ts";
import { itemsOf, readHistory as read, written } from "../../support/history.ts";

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

  test("come after their children, whatever the clocks said that wrote them", async () => {
    const { folder } = gitRepository();
    const commit = (mark: number, day: number, ...parents: readonly number[]): string =>
      [
        "commit refs/heads/main",
        `mark :${String(mark)}`,
        `committer Joana <joana@example.invalid> ${String(1_700_000_000 + day * 86_400)} +0000`,
        "data 1",
        String(mark),
        ...parents.map((parent, at) => `${at === 0 ? "from" : "merge"} :${String(parent)}`),
        "",
      ].join("\n");
    // The second is from a far tomorrow: git alone would show it before its first child.
    const input = [
      commit(1, 1),
      commit(2, 90, 1),
      commit(3, 2, 2),
      commit(4, 3, 2),
      commit(5, 4, 3, 4),
    ];
    execFileSync("git", ["fast-import", "--quiet"], { cwd: folder, input: input.join("\n") });
    const { commits } = await read(folder);
    expect(commits.map(({ subject }) => subject)).toEqual(["5", "4", "3", "2", "1"]);
    expect(commits.map(({ position }) => position)).toEqual([4, 3, 2, 1, 0]);
  });

  test("a revert names the commit that it takes back", async () => {
    const { folder, commit, git } = gitRepository();
    const wrong = commit("feat: engano", { "a.txt": "1" });
    git("revert", "--no-edit", "HEAD");
    const { commits } = await read(folder);
    expect(commits[0]!.reverts).toBe(wrong);
  });

  test("a revert and what it takes back cancel each other out in one release alone", async () => {
    const { folder, commit, git } = gitRepository();
    const early = commit("feat: antes", { "a.txt": "1" });
    git("tag", "v1.0.0");
    const wrong = commit("feat: engano", { "b.txt": "1" });
    git("revert", "--no-edit", wrong);
    git("revert", "--no-edit", early);
    commit('revert: "feat: nunca houve"');
    const { commits } = await read(folder);
    const state = commits.map(({ subject, reverts, revertedBy, cancelled }) => [
      subject,
      reverts !== undefined,
      revertedBy !== undefined,
      cancelled ?? false,
    ]);
    expect(state).toEqual([
      ['revert: "feat: nunca houve"', false, false, false],
      ['Revert "feat: antes"', true, false, false],
      ['Revert "feat: engano"', true, false, true],
      ["feat: engano", false, true, true],
      ["feat: antes", false, true, false],
    ]);
  });

  test("a revert that is taken back again takes back nothing", async () => {
    const { folder, commit, git } = gitRepository();
    const kept = commit("feat: fica", { "a.txt": "1" });
    git("revert", "--no-edit", kept);
    git("revert", "--no-edit", "HEAD");
    const { commits } = await read(folder);
    expect(commits.map(({ cancelled }) => cancelled ?? false)).toEqual([true, true, false]);
    expect(commits[2]!.revertedBy).toBeUndefined();
  });

  test("reverts of a forge name a request or a subject instead of a commit", async () => {
    const { folder, commit } = gitRepository();
    const first = commit("feat: um (#7)");
    const second = commit("feat: dois");
    commit("feat: dobrado");
    commit("feat: dobrado");
    commit('Revert "feat: um" (#8)\n\nReverts casa/obra#7');
    commit('Revert "feat: dois"');
    commit('Revert "feat: dobrado"');
    const { commits } = await read(folder);
    expect(commits.slice(0, 3).map(({ reverts }) => reverts)).toEqual([undefined, second, first]);
  });

  test("co-authors are named without their addresses", async () => {
    const { folder, commit } = gitRepository();
    commit(
      "feat: x\n\nCo-authored-by: Ana <ana@example.invalid>\nCo-Authored-By: Ana <a@example.invalid>\nco-authored-by: João <j@example.invalid>",
    );
    const { commits } = await read(folder);
    expect(commits[0]!.coAuthors).toEqual(["Ana", "João"]);
  });

  test("commits that touch nothing but what the settings exclude are set aside", async () => {
    const { folder, commit, git } = gitRepository();
    commit("docs: só conteúdo", { "content/a [b].md": "1" });
    commit("feat: os dois", { "content/a [b].md": "2", "código.txt": "1" });
    commit("feat: fora", { "código.txt": "2", "content2/x.md": "1" });
    commit("chore: vazio");
    git("config", "remote.origin.url", "https://token@github.com/casa/obra.git");
    const entries = [{ path: ".", foreign: false, exclude: ["content", "../fora"] }];
    const { value } = await readGit({ root: folder, entries });
    const aside = itemsOf(value, "commit").map(({ aside = false }) => aside);
    expect(aside).toEqual([false, false, false, true]);
    expect(itemsOf(value, "repository")[0]!.forge).toEqual({
      kind: "github",
      url: "https://github.com/casa/obra",
      files: "https://github.com/casa/obra/blob/HEAD",
    });
  });

  test.each([
    ["a/b", ".", "https://gitlab.com/casa/obra/-/blob/HEAD/a/b"],
    ["a/b", "c", "https://gitlab.com/casa/obra/-/blob/HEAD/a/b"],
    [".", "a", "https://gitlab.com/casa/obra/-/blob/HEAD"],
    ["a", "b/ação.txt", "https://gitlab.com/casa/obra/-/blob/HEAD/a"],
  ])("files of settings in `%s` with the entry `%s` are seen at %s", async (settings, path, at) => {
    const { folder, commit, git } = gitRepository();
    commit("feat: x", { "a/b/c/x.txt": "1", "a/b/ação.txt": "1" });
    git("config", "remote.origin.url", "git@gitlab.com:casa/obra.git");
    const root = join(folder, settings);
    const { value } = await readGit({ root, entries: [{ path, foreign: false }] });
    expect(itemsOf(value, "repository")[0]!.forge?.files).toBe(at);
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
