import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const settings = (folder: string): string =>
  readFileSync(join(folder, "rastro.config.yaml"), "utf8");

describe("rastro init", () => {
  test("writes settings with which `gen` makes the documentation at once", () => {
    const folder = temporaryFolder({
      "README.md": "# Guide\n\nA page.\n",
      "db/migrations/1_users.sql": "create table users (id bigint primary key);\n",
      "api/openapi.yaml":
        "openapi: 3.1.0\ninfo: { title: Shop, version: 1.0.0 }\npaths:\n  /users: { get: { operationId: listUsers, responses: { '200': { description: Users } } } }\n",
    });
    const { code, stdout } = rastro(folder, ["init"], { LANG: "C" });
    expect(code).toBe(0);
    expect(stdout).toContain("  openapi: api/openapi.yaml\n  sql: db/migrations\n  pages: *.md\n");
    expect(stdout).toContain("next: rastro gen,");
    expect(settings(folder)).toContain("language: en\n");
    expect(rastro(folder, ["gen"]).code).toBe(0);
    expect(readdirSync(join(folder, "out/md"))).toEqual(
      expect.arrayContaining(["README.md", "api", "pages", "schema"]),
    );
  });

  test("speaks and writes Portuguese where that is asked for", () => {
    const folder = temporaryFolder({ "LEIAME.md": "# Guia\n" });
    expect(rastro(folder, ["init", "--lang", "pt-BR"]).stdout).toContain("foi escrito");
    expect(settings(folder)).toContain("language: pt-BR\n");
  });

  test("names of folders and files stay what they are, whatever YAML makes of them", () => {
    const folder = temporaryFolder({
      "a: b #1/openapi.yaml": "openapi: 3.0.0\n",
      "README.md": "# A\n",
    });
    expect(rastro(folder, ["init"]).code).toBe(0);
    expect(settings(folder)).toContain('- "a: b #1/openapi.yaml"');
    const { stdout } = rastro(folder, ["check", "--format", "json"]);
    expect(stdout).not.toContain("data/");
    expect(stdout).toContain("a: b #1/openapi.yaml");
  });

  test("never writes over settings, and says what it looks for where there is nothing", () => {
    const taken = temporaryFolder({ "rastro.config.yaml": "title: Mine\n", "README.md": "# A\n" });
    expect(rastro(taken, ["init"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("rastro.config.yaml is already there") as string,
    });
    expect(settings(taken)).toBe("title: Mine\n");
    const empty = temporaryFolder();
    expect(rastro(empty, ["init"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("OpenAPI, SQL migrations, git") as string,
    });
    expect(readdirSync(empty)).toEqual([]);
  });

  test("what the disk refuses is said in one line, in every command", () => {
    const folder = temporaryFolder({
      "rastro.config.yaml": "language: en\nsources: { pages: [a.md] }\n",
      "a.md": "# A\n",
      taken: "a file",
    });
    expect(rastro(folder, ["init", "--config", "taken/new.yaml"])).toMatchObject({ code: 2 });
    const { code, stderr } = rastro(folder, [
      "check",
      "--baseline",
      "taken/b.json",
      "--update-baseline",
    ]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "rastro: taken: it is already there\n" });
  });

  test("asks for out/ in .gitignore until it is there", () => {
    const folder = temporaryFolder({ "README.md": "# A\n", ".git/HEAD": "ref: refs/heads/main\n" });
    const again = (): string =>
      rastro(folder, ["init", "--config", `${String(Math.random()).slice(2)}.yaml`]).stdout;
    expect(again()).toContain("list it in .gitignore");
    writeFileSync(join(folder, ".gitignore"), "dist\n/out/\n");
    expect(again()).not.toContain(".gitignore");
  });
});
