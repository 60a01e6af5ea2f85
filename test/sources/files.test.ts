import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, readText } from "../../generator/sources/files.ts";
import { temporaryFolder } from "../support/folder.ts";

const entries = (...paths: readonly string[]) => paths.map((path) => ({ path, foreign: false }));

describe("listFiles", () => {
  test("a folder means what the pattern matches below it, in byte order and once", async () => {
    const root = temporaryFolder({ "m/b.sql": "", "m/a.sql": "", "m/Z.sql": "", "m/x.md": "" });
    const { value } = await listFiles({ root, entries: entries("m", "m/a.sql") }, "**/*.sql");
    expect(value.map(({ path }) => path)).toEqual(["m/Z.sql", "m/a.sql", "m/b.sql"]);
  });

  test("a folder with characters of globs in its name is a folder", async () => {
    const root = temporaryFolder({ "Base de donnée [v1]/a.sql": "" });
    const { value } = await listFiles({ root, entries: entries("Base de donnée [v1]") }, "*.sql");
    expect(value.map(({ path }) => path)).toEqual(["Base de donnée [v1]/a.sql"]);
  });

  test("what matches nothing and what lies outside is reported", async () => {
    const root = temporaryFolder({ "a.sql": "" });
    const { value, diagnostics } = await listFiles(
      { root, entries: entries("../*.sql", "b/*.sql", "/etc/hosts") },
      "*.sql",
    );
    expect(value).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "sources/outside-root",
      "sources/nothing-matches",
      "sources/outside-root",
    ]);
  });
});

describe("readText", () => {
  test("a byte order mark is no part of the text", () => {
    const root = temporaryFolder({ "a.md": "\uFEFF# Título" });
    expect(readText(root, "a.md").value).toBe("# Título");
  });

  test("the first byte that is not UTF-8 is reported with its line and column", () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "a.md"), Buffer.from("# Olá\n\nPr\xf3ximo", "latin1"));
    writeFileSync(join(root, "b.md"), Buffer.concat([Buffer.from("é\nção"), Buffer.from([0xe3])]));
    expect(readText(root, "a.md").diagnostics).toMatchObject([
      { code: "sources/not-utf8", line: 1, column: 5, args: { byte: 0xe1 } },
    ]);
    expect(readText(root, "b.md").diagnostics).toMatchObject([
      { code: "sources/not-utf8", line: 2, column: 4 },
    ]);
  });

  test("a binary file, a folder and a link that leaves the project are refused", () => {
    const outside = temporaryFolder({ "secret.md": "secret" });
    const root = temporaryFolder({ "binary.md": "a\0b", "folder.md/x": "" });
    symlinkSync(join(outside, "secret.md"), join(root, "link.md"));
    const codes = ["binary.md", "folder.md", "link.md", "missing.md"].map(
      (file) => readText(root, file).diagnostics[0],
    );
    expect(codes).toMatchObject([
      { code: "sources/binary-file" },
      { code: "sources/unreadable-file", args: { reason: "EISDIR" } },
      { code: "sources/outside-root" },
      { code: "sources/unreadable-file", args: { reason: "ENOENT" } },
    ]);
  });

  test("text in UTF-16 is told from what is no text, both on the first line", () => {
    const root = temporaryFolder({ "binary.md": "a\0b" });
    writeFileSync(join(root, "wide.md"), Buffer.from("\uFEFFolá", "utf16le"));
    expect(readText(root, "wide.md").diagnostics).toMatchObject([
      { code: "sources/binary-file", line: 1, args: { encoding: "UTF-16" } },
    ]);
    expect(readText(root, "binary.md").diagnostics).toMatchObject([
      { line: 1, args: { encoding: "" } },
    ]);
  });

  test("the defects of somebody else's file are warnings", () => {
    const root = temporaryFolder({ "binary.md": "a\0b" });
    writeFileSync(join(root, "latin.md"), Buffer.from("olá", "latin1"));
    for (const file of ["binary.md", "latin.md", "missing.md"]) {
      expect(readText(root, file, true).diagnostics).toMatchObject([{ severity: "warning" }]);
    }
  });
});
