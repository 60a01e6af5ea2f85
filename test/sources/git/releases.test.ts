import { describe, expect, test } from "vitest";
import { gitRepository } from "../../support/git-repository.ts";
import { readHistory as read, written } from "../../support/history.ts";

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
    ["2026-01-02", "feat: y", undefined],
  ])("after %s and `%s` the next tag is %s", async (tag, message, next) => {
    const { folder, commit, git } = gitRepository();
    commit("feat: x");
    git("tag", tag);
    commit(message);
    expect((await read(folder)).repository!.nextTag).toBe(next);
  });
});

test("each package with tags of its own has a proposal from the commits that name it", async () => {
  const { folder, commit, git } = gitRepository();
  commit("feat: x");
  for (const tag of ["v0.9.0", "@casa/um@1.2.3", "dois-v2.0.0", "tres-v3.0.0"]) git("tag", tag);
  commit("chore: release");
  git("tag", "@casa/um@1.3.0");
  commit("feat(um,dois): y");
  commit("fix(dois)!: z");
  const { repository } = await read(folder);
  expect(repository!.packageTags).toEqual(["@casa/um@1.4.0", "dois-v3.0.0"]);
  expect(repository!.nextTag).toBeUndefined();
});
