import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

const requirement = (uid: string, statement: string, ...relations: readonly string[]): string =>
  [
    "[REQUIREMENT]",
    `UID: ${uid}`,
    "STATUS: approved",
    `TITLE: Título de ${uid}`,
    `STATEMENT: ${statement}`,
    ...(relations.length === 0 ? [] : ["RELATIONS:", ...relations]),
    "",
    "",
  ].join("\n");
const parent = (uid: string, role = "Covers"): string =>
  `- TYPE: Parent\n  VALUE: ${uid}\n  ROLE: ${role}`;

const files = {
  "rastro.config.yaml":
    "title: Guia\nlanguage: en\nasOf: 2026-02-10\nsources:\n  requirements: [reqs]\n  tests: [junit.xml]\n  pages: [guia]\n",
  "reqs/sys.sdoc": requirement("SYS-1", "Deve medir.") + requirement("SYS-2", "Deve avisar."),
  "reqs/sw.sdoc":
    requirement("SW-1", "Deve ler.", parent("SYS-1")) +
    requirement("SW-2", "Deve somar.", parent("SW-1", "Depends")),
  "junit.xml": `<testsuite name="s"><testcase name="[SW-1] lê"/></testsuite>`,
  "guia/a.md": "# Guia\n\nVeja [[SYS-1]].\n",
};

const json = (folder: string, ...words: readonly string[]): unknown =>
  JSON.parse(rastro(folder, [...words, "--format", "json"]).stdout);

describe("rastro trace", () => {
  test("shows what an item leads to and what leads to it, strong links apart from weak ones", () => {
    const folder = temporaryFolder(files);
    const { code, stdout } = rastro(folder, ["trace", "SW-1"]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      `SW-1: Título de SW-1 (requirement, reqs/sw.sdoc:1)

Leads to (1)
  ● covers SYS-1: Título de SYS-1 (requirement, reqs/sys.sdoc:1)

Is reached by (2)
  ● needed by SW-2: Título de SW-2 (requirement, reqs/sw.sdoc:11)
  ● verified by [SW-1] lê (test: ✔ passed, junit.xml)

● strong link, carries changes on · ○ weak link, only points
`,
    );
    const weak = rastro(folder, ["trace", "SYS-1", "--lang", "pt-BR"]).stdout;
    expect(weak).toContain("É alcançado por (4)\n  ● coberto por SW-1");
    expect(weak).toContain("\n    ● necessário para SW-2");
    expect(weak).toMatch(/\n {2}○ [^\n]*guia\/a\.md/);
  });

  test("says how far an item is covered, by which way that is not so, and what is wrong with a link", () => {
    const folder = temporaryFolder({
      ...files,
      "rastro.config.yaml": files["rastro.config.yaml"].replace(
        "  requirements: [reqs]",
        "  requirements: [reqs]\n  programme: [politica.yaml]",
      ),
      "politica.yaml":
        "traceability:\n  types:\n    - { name: requirement, needs: [{ any-of: [covers, verifies] }] }\n",
    });
    const stdout = rastro(folder, ["trace", "SYS-2", "--lang", "pt-BR"]).stdout;
    expect(stdout).toContain(
      "Cobertura\n  ✘ não coberto; SYS-2 precisa de 1 de: covers, verifies; há 0\n",
    );
    expect(stdout).toContain("Leva a (0)\n  nada\n");
    expect(rastro(folder, ["trace", "SYS-1"]).stdout).toContain("Coverage\n  ✔ covered\n");
  });

  test("names the way to everything, as facts", () => {
    const folder = temporaryFolder(files);
    expect(json(folder, "trace", "requirement:SYS-1")).toMatchObject({
      item: "requirement:SYS-1",
      out: [],
      in: [
        { item: "requirement:SW-1", depth: 1, strength: "strong", role: "covered-by" },
        { depth: 2, way: ["requirement:SYS-1", "requirement:SW-1", "requirement:SW-2"] },
        { item: "test:s > [SW-1] lê", depth: 2 },
        { strength: "weak" },
      ],
    });
  });

  test("a name that is none is refused, with the ones that are like it", () => {
    const { code, stderr } = rastro(temporaryFolder(files), ["trace", "SYS-11"]);
    expect(code).toBe(2);
    expect(stderr).toContain("`SYS-11` is no item");
    expect(stderr).toContain("\n  SYS-1");
    expect(rastro(temporaryFolder(files), ["trace", "sw"]).stderr).toContain("\n  SW-1\n  SW-2");
    expect(rastro(temporaryFolder(files), ["trace"]).code).toBe(2);
  });
});

test("a project of requirements of another tool is documented without a finding", () => {
  const run = rastro(temporaryFolder(files), ["check"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("0 errors, 0 warnings");
});

describe("rastro impact", () => {
  test("of an item is what builds on it, what it serves and the evidence to repeat", () => {
    const { stdout } = rastro(temporaryFolder(files), ["impact", "SW-1", "--format", "markdown"]);
    expect(stdout).toContain("# Impact of SW-1");
    expect(stdout).toContain("## Depends on it (1)\n\n- ● needed by SW-2");
    expect(stdout).toContain("## Serves (1)\n\n- ● covers SYS-1");
    expect(stdout).toContain("## Evidence to repeat (1)\n\n- ● ");
  });

  test("of a path is that of all items in it", () => {
    const found = json(temporaryFolder(files), "impact", "reqs/sys.sdoc");
    expect(found).toMatchObject({
      projects: [{ changed: ["requirement:SYS-1", "requirement:SYS-2"] }],
    });
  });

  test("of a range of git is that of the items whose lines changed", () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: os requisitos", { ...files, "é.md": "x\n" });
    git("tag", "v1");
    const changed = requirement("SYS-1", "Deve medir.") + requirement("SYS-2", "Deve avisar já.");
    commit("fix: o segundo", { "reqs/sys.sdoc": changed, "é.md": "y\n" });
    expect(json(folder, "impact", "v1..HEAD")).toMatchObject({
      projects: [{ changed: ["requirement:SYS-2"] }],
    });
    git("rm", "-q", "reqs/sw.sdoc");
    commit("feat: menos");
    const gone = rastro(folder, ["impact", "HEAD~1..HEAD"]);
    expect(gone.stdout).toContain("removed files, of whose items nothing is known: reqs/sw.sdoc");
    expect(rastro(folder, ["impact", "v1..nada"]).code).toBe(2);
  });
});

describe("rastro diff graph", () => {
  test("tells additions, removals, normative and other changes, links and coverage apart", () => {
    const { folder, commit, git } = gitRepository();
    commit("feat: os requisitos", files);
    git("mv", "reqs/sw.sdoc", "reqs/software.sdoc");
    const sys =
      requirement("SYS-1", "Deve medir.").replace("approved", "draft") +
      requirement("SYS-2", "Deve avisar já, e por escrito, a quem estiver de plantão.");
    const sw = requirement("SW-1", "Deve ler.", parent("SYS-2"));
    const more = requirement("SW-3", "Deve mais.", parent("SYS-1"));
    commit("feat: outra coisa", { "reqs/sys.sdoc": sys, "reqs/software.sdoc": sw + more });
    const { projects } = json(folder, "diff", "graph", "HEAD~1", "HEAD") as {
      projects: readonly { changes: readonly Record<string, unknown>[] }[];
    };
    const told = projects[0]?.changes.map(({ item, change, fields, before, linked, unlinked }) => [
      String(item).replace("requirement:", ""),
      change,
      ...[fields, before, linked, unlinked].filter((each) => each !== undefined),
    ]);
    const [toSys1, toSys2] = ["SYS-1", "SYS-2"].map((to) => ({ role: "covers", to }));
    const before = "Deve avisar.";
    const after = "Deve avisar já, e por escrito, a quem estiver de plantão.";
    expect(told?.filter(([, change]) => change !== "coverage")).toEqual([
      ["SW-1", "moved", "reqs/sw.sdoc"],
      ["SW-1", "relinked", [toSys2], [toSys1]],
      ["SW-2", "removed"],
      ["SW-3", "added", [toSys1]],
      ["SYS-1", "informative", [{ name: "status", before: "approved", after: "draft" }]],
      ["SYS-2", "normative", [{ name: "statement", before, after }]],
    ]);
    const { stdout } = rastro(folder, ["diff", "graph", "HEAD~1", "HEAD", "--lang", "pt-BR"]);
    expect(stdout).toContain(
      "Criados (1)\n  SW-3: Título de SW-3 (requirement, reqs/software.sdoc:11)\n    + cobre SYS-1\n",
    );
    expect(stdout).toContain(
      `SYS-2: Título de SYS-2 (requirement, reqs/sys.sdoc:7)\n    statement\n      − ${before}\n      + ${after}\n`,
    );
    expect(stdout).toContain("    status: approved → draft\n");
    const page = rastro(folder, ["diff", "graph", "HEAD", "HEAD", "--format", "markdown"]).stdout;
    expect(page).toBe("# Graph: HEAD → HEAD\n\nNothing changed.\n");
    expect(rastro(folder, ["diff", "graph", "nada", "HEAD"]).code).toBe(2);
  });

  test("judges each version on the day of its commit, and a comment reads as written", () => {
    const { folder, commit } = gitRepository();
    const waiver = '{ reason: "r", owner: ana, issued-by: ana, expires: 2099-12-31, ticket: T }';
    const programme = (title: string, waivers: string): string =>
      [
        `requirements: [{ id: R1, title: "${title}", statement: S, status: approved, needs: [{ any-of: [sw] }], waivers: [${waivers}] }]`,
        "team: [{ id: ana, title: Ana, role: dona }]",
      ].join("\n");
    const config = "language: en\nsources: { programme: [p.yaml] }\n";
    commit("feat: a", {
      "rastro.config.yaml": config,
      "p.yaml": programme("Um *título*", waiver),
    });
    commit("feat: b", { "p.yaml": programme("Outro <título>", "") });
    const { stdout } = rastro(folder, ["diff", "graph", "HEAD~1", "HEAD", "--format", "markdown"]);
    expect(stdout).toContain("- title: Um \\*título\\* → Outro \\<título>");
    expect(stdout).toContain("◔ waived → ✘ not covered");
  });
});
