import { toFinding } from "#diagnostics/index.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSettings } from "../../generator/config/index.ts";
import { temporaryFolder } from "../support/folder.ts";

const load = (text: string) => {
  const root = temporaryFolder({ "rastro.config.yaml": text });
  return { root, ...loadSettings(join(root, "rastro.config.yaml")) };
};

describe("loadSettings", () => {
  test("the least settings are completed with every default", () => {
    const { value, root } = load("sources:\n  openapi:\n    - ./openapi.yaml\n");
    expect(value).toMatchObject({
      root,
      languages: ["pt-BR"],
      strict: false,
      projects: [
        { name: "", sources: { openapi: [{ path: "openapi.yaml", foreign: false }], sql: [] } },
      ],
    });
    expect(value).toBeDefined();
    expect(Object.isFrozen(value)).toBe(true);
  });

  test("an unknown key is reported where it stands, with what was meant", () => {
    const { value, diagnostics } = load("langauge: en\n");
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "data/unknown-key", line: 1, column: 1, suggestions: ["language"] },
    ]);
  });

  test("a wrong value is reported with what is right", () => {
    const { diagnostics } = load("title: x\nlanguage: pt\n");
    expect(diagnostics).toMatchObject([
      { code: "data/wrong-value", line: 2, column: 11, suggestions: ["pt-BR"] },
    ]);
  });

  test("projects lie beside each other, with the unnamed one first", () => {
    const { value } = load("sources: {}\nprojects:\n  b: { title: Bê, sources: {} }\n");
    expect(value?.projects.map(({ name, title }) => [name, title])).toEqual([
      ["", expect.stringMatching(/^rastro-/)],
      ["b", "Bê"],
    ]);
  });

  test("settings that are not there, and not text, are findings", () => {
    const root = temporaryFolder({ "a.yaml/x": "" });
    expect(loadSettings(join(root, "none.yaml")).diagnostics).toMatchObject([
      { code: "config/not-found" },
    ]);
    expect(loadSettings(join(root, "a.yaml")).diagnostics).toMatchObject([
      { code: "config/unreadable", args: { reason: "EISDIR" } },
    ]);
  });

  test("settings that say nothing, and a text instead of a list, come with what to write", () => {
    for (const text of ["", "# later\n"]) {
      expect(load(text).diagnostics).toMatchObject([{ code: "config/empty", line: 1 }]);
    }
    const [wrong] = load("sources:\n  openapi: api.yaml\n").diagnostics;
    expect(wrong && toFinding(wrong, "en").hint).toBe("write it as a list: `[api.yaml]`");
  });

  test("an address that no browser could open is refused where it is written", () => {
    const sources = "sources: { git: [{ path: ., url: 'https://a b/c/d' }] }\n";
    const text = `site:\n  url: https://a.e[xample\n  repository: https://a.b:99999/c\n${sources}`;
    const found = load(text).diagnostics.map((each) => toFinding(each, "en"));
    expect(found.map(({ line, message }) => [line, message])).toEqual([
      [2, "`site.url` must be an address on the web, but is the text `https://a.e[xample`"],
      [3, "`site.repository` must be an address on the web, but is the text `https://a.b:99999/c`"],
      [4, expect.stringContaining("must be an address on the web") as string],
    ]);
  });

  test("settings that are not UTF-8 say where", () => {
    const root = temporaryFolder();
    const file = join(root, "rastro.config.yaml");
    writeFileSync(file, Buffer.from("language: pt-BR\ntitle: Canabr\xe1va\n", "latin1"));
    expect(loadSettings(file).diagnostics).toMatchObject([
      { code: "data/not-utf8", file: "rastro.config.yaml", line: 2, column: 14 },
    ]);
    writeFileSync(file, Buffer.from("\uFEFFtitle: x\n", "utf16le"));
    expect(loadSettings(file).diagnostics).toMatchObject([
      { code: "data/binary-file", args: { encoding: "UTF-16" } },
    ]);
  });

  test.each(["en", "pt-br", "assets"])("no project may be called %s", (name) => {
    const { value, diagnostics } = load(`projects:\n  ${name}:\n    sources: {}\n`);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "config/reserved-project-name", line: 2, args: { name } },
    ]);
  });

  test("a project may be called like a part of the pages when no sources stand beside it", () => {
    const projects = "projects:\n  api:\n    sources: {}\n";
    expect(load(projects).diagnostics).toEqual([]);
    expect(load(`sources: {}\n${projects}`).diagnostics).toMatchObject([
      { code: "config/reserved-project-name", line: 3 },
    ]);
  });
});
