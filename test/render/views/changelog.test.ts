import { readGit } from "#sources/git/read-git.ts";
import { itemFact } from "#model/fact.ts";
import { describe, expect, test } from "vitest";
import { type GitRepository, gitRepository } from "../../support/git-repository.ts";
import { pagesOf } from "../../support/pages.ts";

const requirement = itemFact({
  kind: "requirement",
  id: "requirement:R-1",
  title: "Registrar mudanças",
  location: { file: "requisitos.yaml", line: 1 },
  attributes: { statement: "Nada se perde.", status: "approved" },
});

async function changelogOf({ folder }: GitRepository, language: "pt-BR" | "en" = "pt-BR") {
  const { value } = await readGit({ root: folder, entries: [{ path: ".", foreign: false }] });
  return pagesOf([...value, requirement], language);
}

describe("the page of a release", () => {
  test("lists every commit once, by what it means, and its counts add up", async () => {
    const repository = gitRepository();
    const { commit, git } = repository;
    commit("feat(api): busca por nome\n\nImplements: R-1");
    commit("Arruma a casa");
    git("checkout", "--quiet", "-b", "ramo");
    commit("fix: acentuação", { "a.txt": "1" });
    git("checkout", "--quiet", "main");
    git("merge", "--quiet", "--no-ff", "--no-edit", "ramo");
    commit("wip: rascunho");
    commit("feat!: sem a rota antiga\n\nBREAKING CHANGE: a rota `/v1` saiu");
    git("tag", "v1.0.0");
    const { pages, codes } = await changelogOf(repository);
    const page = pages["changelog/releases/v1.0.0.md"]!;
    expect(codes).toEqual([]);
    expect(page.split("\n").filter((line) => line.startsWith("#"))).toEqual([
      "# Versão v1.0.0",
      "## Mudanças incompatíveis",
      "## Novidades",
      "## Correções",
      "## Outros tipos",
      "## Fora da convenção",
      "## Merges",
    ]);
    expect(page.match(/<a id="commit-/g)).toHaveLength(6);
    expect(page).toContain("**api:** busca por nome");
    expect(page).toContain(
      "Commits: 6 = 5 listados acima + 1 merge agrupado. Fora da convenção: 1.",
    );
    expect(page).toMatch(/busca por nome .* · implementa .*R-1/);
  });

  test("folds what was taken back again, and counts what was squashed", async () => {
    const repository = gitRepository();
    const { commit, git } = repository;
    const wrong = commit("feat: engano (#3)", { "a.txt": "1" });
    git("revert", "--no-edit", wrong);
    commit("fix: certo (#4)\n\n* fix: certo\n* docs: exemplo\n\nCloses #5, casa/outra#6");
    git("config", "remote.origin.url", "git@gitlab.com:casa/obra.git");
    git("tag", "v1.0.0");
    const { pages, codes } = await changelogOf(repository, "en");
    expect(codes).toEqual([]);
    const page = pages["changelog/releases/v1.0.0.md"]!;
    const text = page.replace(/[0-9a-f]{12,40}/g, "…").replace(/<a id.*?<\/a>/g, "");
    expect(text).toContain(
      "- certo ([#4](https://gitlab.com/casa/obra/-/issues/4)) ([`…`](https://gitlab.com/casa/obra/-/commit/…)) · closes [#5](https://gitlab.com/casa/obra/-/issues/5), [casa/outra#6](https://gitlab.com/casa/outra/-/issues/6)",
    );
    expect(text).toContain("## Documentation\n\n- exemplo (");
    expect(text).toMatch(/## Taken back again[^#]*- Revert "feat: engano \(#3\)" .* takes back/);
    expect(text).toContain(
      "Commits: 3 = 1 listed above + 2 cancelled out. Further entries from squashed commits: 1.",
    );
  });

  test.each([
    ["https://github.com/a/b", "/commit/", "/issues/1", "/compare/v1.0.0...v1.1.0"],
    ["https://gitlab.com/a/b", "/-/commit/", "/-/issues/1", "/-/compare/v1.0.0...v1.1.0"],
    ["https://codeberg.org/a/b", "/commit/", "/issues/1", "/compare/v1.0.0...v1.1.0"],
    ["https://bitbucket.org/a/b", "/commits/", "/issues/1", "/branches/compare/v1.1.0%0Dv1.0.0"],
  ])("links commits, issues and comparisons of %s", async (url, ...paths) => {
    const repository = gitRepository();
    repository.commit("feat: um");
    repository.git("tag", "v1.0.0");
    repository.commit("fix: dois (#1)");
    repository.git("tag", "v1.1.0");
    repository.git("config", "remote.origin.url", url);
    const { pages } = await changelogOf(repository, "en");
    const page = pages["changelog/releases/v1.1.0.md"]!;
    for (const path of paths) expect(page).toContain(`](${url}${path}`);
  });

  test("holds a hostile subject as text", async () => {
    const repository = gitRepository();
    repository.commit("fix: <script>alert(1)</script> [x](javascript:alert(1)) | `a` **b**");
    const { pages } = await changelogOf(repository, "en");
    expect(pages["changelog/releases/unreleased.md"]).toContain(
      "\\<script>alert(1)\\</script> \\[x\\](javascript:alert(1)) | \\`a\\` \\*\\*b\\*\\* (`",
    );
  });

  test("stays of a readable size when a subject does not", async () => {
    const repository = gitRepository();
    repository.commit(`feat: ${"longo ".repeat(100_000)}`);
    const { pages } = await changelogOf(repository);
    expect(pages["changelog/releases/unreleased.md"]!.length).toBeLessThan(2_000);
  });
});

describe("the index", () => {
  test("has every release, newest first, before it what no tag holds yet", async () => {
    const repository = gitRepository();
    const { commit, git } = repository;
    commit("feat: um");
    git("tag", "v1.0.0");
    git("tag", "v1.0.0-rc.1");
    commit("fix: dois");
    git("tag", "v1.0.1");
    commit("feat: três");
    const { pages } = await changelogOf(repository);
    const rows = pages["changelog/index.md"]!.split("\n").filter((line) => line.startsWith("| ["));
    expect(rows.map((row) => row.split(" | ").slice(0, 2).join(" "))).toEqual([
      "| [Não lançado](releases/unreleased.md) —",
      "| [v1.0.1](releases/v1.0.1.md) 3 jan 2026",
      "| [v1.0.0](releases/v1.0.0.md) (v1.0.0-rc.1) 2 jan 2026",
    ]);
    expect(pages["changelog/index.md"]).toContain("`v1.1.0`");
  });

  test("lists pre-releases under the version that they led to", async () => {
    const repository = gitRepository();
    for (const tag of ["v1.0.0-rc.1", "v1.0.0-rc.2", "v1.0.0"]) {
      repository.commit(`feat: ${tag}`);
      repository.git("tag", tag);
    }
    const { pages, codes } = await changelogOf(repository, "en");
    expect(codes).toEqual([]);
    expect(Object.keys(pages).filter((path) => path.includes("releases/"))).toEqual([
      "changelog/releases/v1.0.0.md",
    ]);
    expect(pages["changelog/index.md"]).toContain(
      "| [v1.0.0](releases/v1.0.0.md) after 2 pre-releases |",
    );
    const page = pages["changelog/releases/v1.0.0.md"]!;
    expect(page.match(/^- `v1.*?`/gm)).toEqual(["- `v1.0.0-rc.2`", "- `v1.0.0-rc.1`"]);
    expect(page).toContain("Commits: 3 = 3 listed above");
  });

  test("gives every tag a file of its own, whatever its name", async () => {
    const repository = gitRepository();
    const { commit, git } = repository;
    const tags = ["a/b", "a-b", "--upload-pack=x", "x", "unreleased", "Unreleased", "ção", "v#1"];
    for (const tag of tags) {
      commit(`feat: ${tag}`);
      git("update-ref", `refs/tags/${tag}`, "HEAD");
    }
    commit("feat: depois");
    const { pages, codes } = await changelogOf(repository);
    expect(codes).toEqual([]);
    expect(
      Object.keys(pages)
        .filter((path) => path.startsWith("changelog/"))
        .toSorted(),
    ).toEqual([
      "changelog/index.md",
      "changelog/releases/Unreleased-3.md",
      "changelog/releases/a-b-2.md",
      "changelog/releases/a-b.md",
      "changelog/releases/o.md",
      "changelog/releases/unreleased-2.md",
      "changelog/releases/unreleased.md",
      "changelog/releases/upload-pack-x.md",
      "changelog/releases/v-1.md",
      "changelog/releases/x.md",
    ]);
  });

  test("is not made without a history", () => {
    const { pages } = pagesOf([requirement]);
    expect(Object.keys(pages).filter((path) => path.startsWith("changelog"))).toEqual([]);
  });
});
