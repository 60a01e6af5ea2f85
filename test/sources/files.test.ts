import { once } from "node:events";
import { createServer } from "node:net";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type FileKind, listFiles, readText } from "../../generator/sources/files.ts";
import { temporaryFolder } from "../support/folder.ts";
import { withoutRights } from "../support/without-rights.ts";

const entries = (...paths: readonly string[]) => paths.map((path) => ({ path, foreign: false }));

/** What is no file, and stands among files. */
async function openSocket(path: string): Promise<void> {
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  await once(server, "listening");
}

const sql = { endings: ["sql"] };

describe("listFiles", () => {
  test("a folder means what the pattern matches below it, in byte order and once", async () => {
    const root = temporaryFolder({ "m/b.sql": "", "m/a.sql": "", "m/Z.sql": "", "m/x.md": "" });
    const { value } = await listFiles({ root, entries: entries("m", "m/a.sql") }, sql);
    expect(value.map(({ path }) => path)).toEqual(["m/Z.sql", "m/a.sql", "m/b.sql"]);
  });

  test("a pattern for data does not mean the settings beside them", async () => {
    const root = temporaryFolder({
      "a.yaml": "",
      "rastro.config.yaml": "",
      "b/rastro.config.yaml": "",
    });
    const yaml = { endings: ["yaml"] };
    const namedBy = async (path: string) =>
      (await listFiles({ root, entries: entries(path) }, yaml)).value.map((file) => file.path);
    expect(await namedBy("*.yaml")).toEqual(["a.yaml"]);
    expect(await namedBy(".")).toEqual(["a.yaml", "b/rastro.config.yaml"]);
    expect(await namedBy("rastro.config.yaml")).toEqual(["rastro.config.yaml"]);
  });

  test("a folder with characters of globs in its name is a folder", async () => {
    const root = temporaryFolder({ "Base de donnée [v1]/a.sql": "" });
    const { value } = await listFiles({ root, entries: entries("Base de donnée [v1]") }, sql);
    expect(value.map(({ path }) => path)).toEqual(["Base de donnée [v1]/a.sql"]);
  });

  test("a pattern of folders means the files below them", async () => {
    const root = temporaryFolder({ "a/db/1.sql": "", "b/db/x/2.sql": "", "b/db/x.md": "" });
    const { value, diagnostics } = await listFiles({ root, entries: entries("*/db") }, sql);
    expect(diagnostics).toEqual([]);
    expect(value.map(({ path }) => path)).toEqual(["a/db/1.sql", "b/db/x/2.sql"]);
  });

  test("what matches nothing and what lies outside is reported", async () => {
    const root = temporaryFolder({ "a.sql": "" });
    const { value, diagnostics } = await listFiles(
      { root, entries: entries("../*.sql", "b/*.sql", "/etc/hosts") },
      sql,
    );
    expect(value).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "sources/outside-root",
      "sources/nothing-matches",
      "sources/outside-root",
    ]);
  });
});

const pages: FileKind = { endings: ["md", "markdown"] };

/** What is said of the files that an entry names, as `code place`. */
async function problemsOf(root: string, path: string, foreign = false) {
  const { value, diagnostics } = await listFiles({ root, entries: [{ path, foreign }] }, pages);
  const said = diagnostics.map(({ code, file = "", severity }) =>
    [severity === "error" ? "" : `${severity} `, code, " ", file].join(""),
  );
  return { files: value.map((file) => file.path), said: said.map((each) => each.trim()).sort() };
}

describe("what cannot be read below a folder", () => {
  test("links that lead nowhere, in circles or outside are reported where they lie", async () => {
    const outside = temporaryFolder({ "secret.md": "" });
    const root = temporaryFolder({ "docs/a.md": "", "other/b.md": "" });
    symlinkSync("nowhere.md", join(root, "docs/gone.md"));
    symlinkSync("nowhere", join(root, "docs/gone"));
    symlinkSync("nowhere.png", join(root, "docs/gone.png"));
    symlinkSync("circle.md", join(root, "docs/circle.md"));
    symlinkSync(outside, join(root, "docs/outside"));
    symlinkSync("../other", join(root, "docs/inside"));
    expect(await problemsOf(root, "docs")).toEqual({
      files: ["docs/a.md", "docs/inside/b.md"],
      said: [
        "sources/broken-symlink docs/circle.md",
        "sources/broken-symlink docs/gone",
        "sources/broken-symlink docs/gone.md",
        "sources/outside-root docs/outside",
      ],
    });
    expect((await problemsOf(root, "docs", true)).said).toContain(
      "warning sources/outside-root docs/outside",
    );
    expect((await problemsOf(root, "docs/circle.md")).said).toEqual([
      "sources/broken-symlink docs/circle.md",
    ]);
  });

  test("a socket is reported when a file of its name would be read", async () => {
    const root = temporaryFolder({ "docs/a.md": "" });
    await openSocket(join(root, "docs/socket.md"));
    await openSocket(join(root, "docs/other.txt"));
    expect(await problemsOf(root, "docs")).toEqual({
      files: ["docs/a.md"],
      said: ["sources/special-file docs/socket.md"],
    });
    expect(await problemsOf(root, "docs/socket.md")).toEqual({
      files: [],
      said: ["sources/special-file docs/socket.md"],
    });
  });

  test("a folder that may not be listed is reported, and the others are read", async () => {
    const root = temporaryFolder({ "docs/a.md": "", "docs/shut/b.md": "" });
    const { said, files } = await withoutRights(root, "docs/shut", () => problemsOf(root, "docs"));
    expect({ said, files }).toEqual({
      files: ["docs/a.md"],
      said: ["sources/unreadable-folder docs/shut"],
    });
    const inside = await withoutRights(root, "docs/shut", () => problemsOf(root, "docs/shut/b.md"));
    expect(inside).toEqual({ files: [], said: ["sources/unreadable-folder docs/shut"] });
  });

  test("what rastro writes and what packages hold is not read on the way", async () => {
    const root = temporaryFolder({
      "a.md": "",
      "out/md/a.md": "",
      "docs/out/b.md": "",
      "node_modules/x/c.md": "",
    });
    expect((await problemsOf(root, ".")).files).toEqual(["a.md", "docs/out/b.md"]);
    expect(await problemsOf(root, "out/md")).toEqual({ files: [], said: ["sources/own-output"] });
    expect(await problemsOf(root, "!docs/**")).toEqual({
      files: [],
      said: ["sources/excluding-pattern"],
    });
    expect((await problemsOf(root, "!(docs|out)*.md")).files).toEqual(["a.md"]);
    expect((await problemsOf(root, "node_modules/x")).files).toEqual(["node_modules/x/c.md"]);
  });

  test("a folder without files of the kind says which endings are read", async () => {
    const root = temporaryFolder({ "src/index.d.ts": "", "docs/a.md": "" });
    const code: FileKind = { endings: ["ts", "tsx"], except: ".d" };
    const declarations = await listFiles({ root, entries: entries("src") }, code);
    expect(declarations.diagnostics).toMatchObject([
      {
        code: "sources/folder-without-files",
        args: { path: "src", endings: ["ts", "tsx"], passedOver: ".d.ts" },
      },
    ]);
    const named = await listFiles({ root, entries: entries("src/*.d.ts") }, code);
    expect(named.value.map(({ path }) => path)).toEqual(["src/index.d.ts"]);
    const mistyped = await listFiles({ root, entries: entries("dosc") }, pages);
    expect(mistyped.diagnostics).toMatchObject([
      { code: "sources/nothing-matches", suggestions: ["docs"] },
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
      { code: "data/not-utf8", line: 1, column: 5, args: { byte: 0xe1 } },
    ]);
    expect(readText(root, "b.md").diagnostics).toMatchObject([
      { code: "data/not-utf8", line: 2, column: 4 },
    ]);
  });

  test("a file that nobody can have written is not read", () => {
    const root = temporaryFolder({ "dump.sql": "select 1;\n" });
    truncateSync(join(root, "dump.sql"), 65 * 2 ** 20);
    expect(readText(root, "dump.sql")).toMatchObject({
      value: undefined,
      diagnostics: [{ code: "sources/file-too-large", args: { megabytes: 65, most: 64 } }],
    });
  });

  test("a binary file, a folder, a socket and a link that leaves the project are refused", async () => {
    const outside = temporaryFolder({ "secret.md": "secret" });
    const root = temporaryFolder({ "binary.md": "a\0b", "folder.md/x": "" });
    symlinkSync(join(outside, "secret.md"), join(root, "link.md"));
    await openSocket(join(root, "socket.md"));
    const codes = ["socket.md", "binary.md", "folder.md", "link.md", "missing.md"].map(
      (file) => readText(root, file).diagnostics[0],
    );
    expect(codes).toMatchObject([
      { code: "sources/special-file" },
      { code: "data/binary-file" },
      { code: "sources/unreadable-file", args: { reason: "EISDIR" } },
      { code: "sources/outside-root" },
      { code: "sources/unreadable-file", args: { reason: "ENOENT" } },
    ]);
  });

  test("text in UTF-16 is told from what is no text, both on the first line", () => {
    const root = temporaryFolder({ "binary.md": "a\0b" });
    writeFileSync(join(root, "wide.md"), Buffer.from("\uFEFFolá", "utf16le"));
    expect(readText(root, "wide.md").diagnostics).toMatchObject([
      { code: "data/binary-file", line: 1, args: { encoding: "UTF-16" } },
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
