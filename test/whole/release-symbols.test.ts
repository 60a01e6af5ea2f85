import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { suiteFolder } from "../support/folder.ts";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

describe("exported symbols of releases", () => {
  const folder = suiteFolder();
  let findings: readonly Finding[] = [];
  const page = (tag: string): string =>
    readFileSync(join(folder, `out/md/changelog/releases/${tag}.md`), "utf8");

  beforeAll(() => {
    const { commit, git } = gitRepository(folder);
    const release = (tag: string, message: string, files: Readonly<Record<string, string>>) => {
      commit(message, files);
      git("tag", tag);
    };
    release("v1.0.0", "feat: busca", {
      "rastro.config.yaml": "language: en\nsources: { git: [.], typescript: [src/index.ts] }\n",
      "src/index.ts": 'export * from "./busca.ts";\n',
      "src/busca.ts": "export function buscar(nome: string): void {}\nexport const limite = 10;\n",
    });
    release("v1.0.1", "fix: página em branco", {
      "src/busca.ts":
        "/** Busca. */\nexport function buscar(nome: string, pagina?: number): void {}\n",
    });
    release("v2.0.0", "feat: sem página", {
      "src/busca.ts": "/** Busca. */\nexport function buscar(): void {}\n",
    });
    release("v2.0.1", "fix: sem nome|<b>`x`", {
      "src/busca.ts": "/** Busca. */\nexport function procurar(a: 'x`|<b>'): void {}\n",
    });
    commit("fix: sem a busca", { "src/busca.ts": "export {};\n" });
    findings = (
      JSON.parse(rastro(folder, ["gen", "--format", "json"]).stdout) as {
        findings: readonly Finding[];
      }
    ).findings.filter(({ code }) => /^evaluate\/(silent|unreleased)-break$/.test(code));
  });

  test("the page of a release lists what breaks first, with what is still there linked", () => {
    const rows = page("v1.0.1").match(/^\| .*src\/index.*$/gm);
    expect(rows).toEqual([
      "| limite (`src/index`) | variable, removed | breaking |  |",
      "| buscar (`src/index`) | function, changed | compatible | `(nome: string): void` → `(nome: string, pagina?: number): void` |",
    ]);
    expect(page("v2.0.1")).toContain("| procurar (`src/index`) | function, added |");
    expect(page("unreleased")).toContain(
      "| procurar (`src/index`) | function, removed | breaking |",
    );
    expect(page("v1.0.0")).not.toContain("Exported symbols");
  });

  test("what breaks without a word is found: a warning for the newest release, a note for others", () => {
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      "info: `v1.0.1` breaks `limite`, and neither its version nor a commit says so",
      "warning: `v2.0.1` breaks `buscar`, and neither its version nor a commit says so",
      "warning: the commits since the newest release break `procurar`, and none of them says so",
    ]);
  });
});
