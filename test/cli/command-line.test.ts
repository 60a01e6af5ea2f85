import { formatCommandHelp, nameOf } from "#cli/help/format-help.ts";
import { showProgress } from "#cli/project/progress.ts";
import { listCommands } from "#cli/run.ts";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const project = () =>
  temporaryFolder({
    "rastro.config.yaml": "title: Guia\nlanguage: en\nsources:\n  pages: [guia.md]\n",
    "guia.md": "# Guide\n\nA page.\n",
  });

describe("rastro", () => {
  test("--version prints the version alone", () => {
    expect(rastro(".", ["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });

  test("--help speaks the language of the terminal, or the one that is asked for", () => {
    expect(rastro(".", ["--help"], { LANG: "pt_BR.UTF-8" }).stdout).toContain("Uso: rastro");
    expect(rastro(".", ["--help", "--lang", "en"], { LANG: "pt_BR.UTF-8" }).stdout).toContain(
      "Usage: rastro",
    );
  });

  test("every command says what it takes, with examples, in both languages", async () => {
    for (const command of await listCommands()) {
      const name = nameOf(command);
      const english = formatCommandHelp(command, "en");
      expect(english).toMatch(new RegExp(`^Usage: rastro ${name}\\b`));
      expect(english).toMatch(new RegExp(`\nExamples:\n  rastro ${name}\\b`));
      const portuguese = formatCommandHelp(command, "pt-BR");
      expect(portuguese).toMatch(new RegExp(`^Uso: rastro ${name}\\b`));
      expect(portuguese.split("\n").length).toBe(english.split("\n").length);
    }
    const { stdout } = rastro(".", ["gen", "--help", "--lang", "en"]);
    expect(stdout).toContain("--at <migration>");
    expect(rastro(".", ["help", "gen", "--lang", "en"]).stdout).toBe(stdout);
  });

  test("an option, a command, a target that is not known is answered with the nearest", () => {
    const say = (...words: readonly string[]): string => rastro(project(), words).stderr;
    expect(say("chek")).toContain("unknown command: chek; did you mean check?\n`rastro --help`");
    expect(say("gen", "--stict")).toContain("did you mean --strict?\n`rastro gen --help`");
    expect(say("gen", "shema")).toContain("did you mean schema?");
    expect(say("check", "--format", "jsn")).toContain("did you mean json?");
    expect(say("gen", "--port", "80")).toContain("unknown option: --port");
  });

  test("a wrong command line is one line on standard error and exit code 2", () => {
    const cases = [
      ["frobnicate"],
      ["gen", "--frob"],
      ["gen", "nowhere"],
      ["gen", "--as-of", "x"],
      ["gen", "--as-of", "2026-02-30"],
    ];
    for (const words of cases) {
      const { code, stdout, stderr } = rastro(project(), words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/^rastro: \S/);
      expect(stderr).not.toContain("    at ");
    }
  });

  test("what an option does not take is said in the language that is asked for", () => {
    const say = (...words: readonly string[]): string => rastro(project(), words).stderr;
    expect(say("gen", "--bogus", "--lang", "pt-BR")).toContain("opção desconhecida: --bogus");
    expect(say("gen", "--as-of", "ontem", "--lang", "pt-BR")).toContain(
      "--as-of não aceita 'ontem'; aceita 2026-02-10",
    );
    expect(say("gen", "--lang", "fr")).toContain("--lang does not take 'fr'; it takes pt-BR, en");
  });

  test("without settings it says which file is missing, in both languages", () => {
    const empty = temporaryFolder();
    expect(rastro(empty, ["gen"])).toMatchObject({ code: 2 });
    expect(rastro(empty, ["gen"]).stdout).toContain("there is no settings file");
    const below = join(project(), "docs");
    mkdirSync(below);
    expect(rastro(below, ["gen"]).stdout).toContain(
      "run in the folder of `../rastro.config.yaml`, or name it with `--config`",
    );
    expect(rastro(empty, ["check", "--lang", "pt-BR"]).stdout).toContain(
      "não há arquivo de configuração",
    );
  });

  test("explain knows every code and offers the nearest for one it does not know", () => {
    expect(rastro(".", ["explain", "graph/dangling-reference"]).stdout).toContain("leads nowhere");
    expect(rastro(".", ["explain", "graph/dangling-referense"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("graph/dangling-reference") as string,
    });
  });

  test("--format json is one object, on standard output alone", () => {
    const { code, stdout, stderr } = rastro(project(), ["gen", "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ asOf: null, findings: [], gates: [], late: [] });
  });

  test("strict and --max-warnings turn warnings into exit code 1", () => {
    const folder = temporaryFolder({
      "rastro.config.yaml": "language: en\nsources:\n  pages: [{ path: guia.md, foreign: true }]\n",
      "guia.md": "# Guide\n\nOf [[nothing]].\n",
    });
    expect(rastro(folder, ["check"]).code).toBe(0);
    expect(rastro(folder, ["check", "--max-warnings", "1"]).code).toBe(0);
    expect(rastro(folder, ["check", "--max-warnings", "0"]).code).toBe(1);
    expect(rastro(folder, ["check", "--strict"]).code).toBe(1);
  });

  test("what stops the first run is told with every way on, and each of them leads on", () => {
    const folder = temporaryFolder({
      "rastro.config.yaml": "language: en\nsources:\n  pages: [guide.md, Setup.md]\n",
      "guide.md": "# Guide\n\nSee [the setup](setup.md) and [[nothing]].\n",
      "Setup.md": "# Setup\n",
    });
    const refused = rastro(folder, ["gen"]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain(
      [
        "nothing was written: there are errors",
        "  what one of them means: rastro explain graph/dangling-reference",
        "  to begin with what there is: rastro check --update-baseline, then rastro gen --baseline rastro.baseline.json",
      ].join("\n"),
    );
    expect(rastro(folder, ["gen", "--lang", "pt-BR"]).stdout).toContain(
      "para começar com o que há:",
    );
    expect(rastro(folder, ["check", "--update-baseline"]).code).toBe(0);
    expect(rastro(folder, ["gen", "--baseline", "rastro.baseline.json"]).code).toBe(0);
    expect(existsSync(join(folder, "out/site/index.html"))).toBe(true);
  });

  test("a terminal shows what is being done, on a line that goes again; elsewhere nothing does", () => {
    const said: string[] = [];
    const write = (text: string | Uint8Array): boolean => said.push(String(text)) > 0;
    const terminal = showProgress("en", { isTTY: true, write });
    terminal.step("sources");
    terminal.step("releases");
    terminal.end();
    expect(said[0]).toBe("\r\u001b[2Kreading the sources…");
    expect(said.at(-1)).toBe("\r\u001b[2K");
    said.length = 0;
    showProgress("en", { isTTY: false, write }).step("pages");
    expect(said).toEqual([]);
  });

  test("SOURCE_DATE_EPOCH is today, and --as-of wins over it", () => {
    const folder = project();
    const environment = { SOURCE_DATE_EPOCH: "1770724800" };
    expect(rastro(folder, ["check"], environment).stdout).toContain("2026-02-10T12:00:00Z");
    expect(rastro(folder, ["check", "--as-of", "2026-03-01"], environment).stdout).toContain(
      "2026-03-01",
    );
  });
});
