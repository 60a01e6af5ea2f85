import type { OutputFile, Target } from "#model/pages/page.ts";
import { targets } from "#model/pages/page.ts";
import { checkOutput, planPublication, publish, recoverPublication } from "#publish/index.ts";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

let root: string;
let out: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rastro-publish-"));
  out = join(root, "out");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const page = (path: string, content: string, target: Target = "pages"): OutputFile => ({
  path,
  target,
  content,
});
const twoPages = [page("md/README.md", "# Início\n"), page("md/a/b.md", "# B\n", "api")];

/** Plans and publishes, and says which codes were reported. */
function run(files: readonly OutputFile[], made: readonly Target[] = targets) {
  const planned = planPublication(files, out, { targets: made });
  const published = planned.value && publish(planned.value);
  const diagnostics = [...planned.diagnostics, ...(published?.diagnostics ?? [])];
  return { publication: published?.value, codes: diagnostics.map(({ code }) => code), diagnostics };
}

const read = (path: string): string => readFileSync(join(out, path), "utf8");
const list = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();

describe("the first publication", () => {
  test("writes every file and a manifest that lists them", () => {
    expect(run(twoPages)).toMatchObject({ codes: [], publication: { written: 3 } });
    expect(read("md/a/b.md")).toBe("# B\n");
    expect(JSON.parse(read("data/manifest.json"))).toMatchObject({
      version: 1,
      files: [
        { path: "md/README.md", size: 10, target: "pages" },
        { path: "md/a/b.md", size: 4, target: "api" },
      ],
    });
    expect(list(root)).toEqual(expect.not.arrayContaining(["out.next"]));
  });

  test("gives the same manifest whatever the order of the files", () => {
    run(twoPages);
    const manifest = read("data/manifest.json");
    rmSync(out, { recursive: true });
    run(twoPages.toReversed());
    expect(read("data/manifest.json")).toBe(manifest);
    expect(manifest).not.toContain(root);
  });

  test("writes bytes as they are", () => {
    const bytes = Uint8Array.from([0, 255, 128, 10]);
    run([{ path: "site/logo.png", target: "site", content: bytes }]);
    expect([...readFileSync(join(out, "site/logo.png"))]).toEqual([...bytes]);
  });
});

describe("what lies at two places", () => {
  const twins = (text: string) => [
    page("md/a.md", text),
    page("site/a.md", text, "site"),
    page("md/b.md", "# b\n"),
  ];
  const inodeOf = (path: string) => statSync(join(out, path)).ino;

  test("is written once and linked", () => {
    expect(run(twins("# a\n")).codes).toEqual([]);
    expect([read("md/a.md"), read("site/a.md")]).toEqual(["# a\n", "# a\n"]);
    expect(inodeOf("site/a.md")).toBe(inodeOf("md/a.md"));
    expect(inodeOf("md/b.md")).not.toBe(inodeOf("md/a.md"));
  });

  test("is put right at both when somebody writes into one", () => {
    run(twins("# a\n"));
    writeFileSync(join(out, "md/a.md"), "mine\n");
    run(twins("# a\n"));
    expect([read("md/a.md"), read("site/a.md")]).toEqual(["# a\n", "# a\n"]);
  });
});

describe("a later publication", () => {
  test("writes a file in many pieces as one, and knows it again however it is cut", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `linha ${index} é — 𝄞\n`);
    expect(run([{ path: "data/graph.json", target: "data", content: lines }]).codes).toEqual([]);
    expect(read("data/graph.json")).toBe(lines.join(""));
    const again = [{ path: "data/graph.json", target: "data", content: lines.join("") }] as const;
    expect(run(again).publication).toMatchObject({ written: 0, unchanged: 2 });
  });

  test("touches nothing when nothing changed", () => {
    run(twoPages);
    const state = () => {
      const { ino, mtimeMs, ctimeMs } = lstatSync(out);
      return { ino, mtimeMs, ctimeMs };
    };
    const before = state();
    expect(run(twoPages)).toMatchObject({ codes: [], publication: { written: 0, removed: 0 } });
    expect(state()).toEqual(before);
  });

  test("that changes one page writes one page, and keeps the others as the files they were", () => {
    run(twoPages);
    const before = statSync(join(out, "md/a/b.md"));
    const changed = [page("md/README.md", "# Outro\n"), ...twoPages.slice(1)];
    // The page and the manifest that lists its digest.
    expect(run(changed).publication).toMatchObject({ written: 2, unchanged: 1 });
    const after = statSync(join(out, "md/a/b.md"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(read("md/README.md")).toBe("# Outro\n");
  });

  test("removes what is made no longer, and the folder it leaves empty", () => {
    run(twoPages);
    expect(run(twoPages.slice(0, 1)).publication).toMatchObject({ removed: 1 });
    expect(existsSync(join(out, "md/a"))).toBe(false);
  });

  test("of one target keeps the files of the others", () => {
    run(twoPages);
    expect(run([page("md/x.md", "x")], ["pages"]).codes).toEqual([]);
    expect(list(join(out, "md"))).toEqual(["a", "a/b.md", "x.md"]);
    expect(read("data/manifest.json")).toContain("md/a/b.md");
  });

  test("of one target says which files of others are gone", () => {
    run(twoPages);
    rmSync(join(out, "md/a/b.md"));
    expect(run([page("md/x.md", "x")], ["pages"])).toMatchObject({
      diagnostics: [{ code: "publish/lost-output", file: "out/md/a/b.md" }],
    });
    expect(read("data/manifest.json")).not.toContain("md/a/b.md");
  });

  test("replaces a page that was edited by hand, and says so", () => {
    run(twoPages);
    writeFileSync(join(out, "md/README.md"), "edited");
    expect(run(twoPages)).toMatchObject({
      diagnostics: [
        { code: "publish/edited-output", severity: "warning", file: "out/md/README.md" },
      ],
    });
    expect(read("md/README.md")).toBe("# Início\n");
  });

  test("does not follow a link that stands where a page was", () => {
    run(twoPages);
    writeFileSync(join(root, "precious.txt"), "precious");
    rmSync(join(out, "md/README.md"));
    symlinkSync(join(root, "precious.txt"), join(out, "md/README.md"));
    expect(run(twoPages).codes).toEqual(["publish/edited-output"]);
    expect(readFileSync(join(root, "precious.txt"), "utf8")).toBe("precious");
    expect(lstatSync(join(out, "md/README.md")).isFile()).toBe(true);
  });
});

describe("other people's files in the output", () => {
  test("survive with their links and empty folders", () => {
    mkdirSync(join(out, "notes/empty"), { recursive: true });
    writeFileSync(join(out, ".gitignore"), "*\n");
    writeFileSync(join(out, "notes/mine.txt"), "mine");
    symlinkSync("../nowhere", join(out, "notes/link"));
    const before = statSync(join(out, "notes/mine.txt"));
    run(twoPages);
    run(twoPages.slice(0, 1));
    expect(read(".gitignore")).toBe("*\n");
    expect(statSync(join(out, "notes/mine.txt"))).toMatchObject({ ino: before.ino });
    expect(readlinkSync(join(out, "notes/link"))).toBe("../nowhere");
    expect(existsSync(join(out, "notes/empty"))).toBe(true);
  });

  test("are never overwritten", () => {
    mkdirSync(join(out, "md"), { recursive: true });
    writeFileSync(join(out, "md/README.md"), "theirs");
    expect(run(twoPages)).toMatchObject({
      publication: undefined,
      diagnostics: [{ code: "publish/foreign-file", file: "out/md/README.md" }],
    });
    expect(read("md/README.md")).toBe("theirs");
    expect(existsSync(join(out, "data"))).toBe(false);
  });

  test("are taken over when they hold what would be made", () => {
    run(twoPages);
    writeFileSync(join(out, "data/manifest.json"), "not a manifest");
    expect(run(twoPages).codes).toEqual(["publish/unreadable-manifest"]);
    expect(read("data/manifest.json")).toContain("md/README.md");
  });

  test.each([
    ["a file where a folder is needed", () => writeFileSync(join(out, "md"), "")],
    [
      "a folder where a file is needed",
      () => mkdirSync(join(out, "md/README.md/x"), { recursive: true }),
    ],
  ])("stop the run: %s", (_, arrange) => {
    mkdirSync(out);
    arrange();
    expect(run(twoPages).codes).toContain("publish/foreign-file");
    expect(existsSync(join(out, "data"))).toBe(false);
  });

  test("outside the output are safe from a manifest that names them", () => {
    writeFileSync(join(root, "precious.txt"), "precious");
    mkdirSync(join(out, "data"), { recursive: true });
    const entry = { path: "../precious.txt", sha256: "", size: 0, target: "pages" };
    writeFileSync(join(out, "data/manifest.json"), JSON.stringify({ version: 1, files: [entry] }));
    expect(run(twoPages).codes).toEqual(["publish/unreadable-manifest"]);
    expect(readFileSync(join(root, "precious.txt"), "utf8")).toBe("precious");
  });
});

describe("what the disk refuses becomes a diagnostic and changes nothing", () => {
  test("the output is a file", () => {
    writeFileSync(out, "a file");
    expect(run(twoPages).codes).toEqual(["publish/not-a-folder"]);
    expect(readFileSync(out, "utf8")).toBe("a file");
  });

  test("the output is a symbolic link", () => {
    mkdirSync(join(root, "elsewhere"));
    symlinkSync("elsewhere", out);
    expect(run(twoPages).codes).toEqual(["publish/not-a-folder"]);
    expect(list(join(root, "elsewhere"))).toEqual([]);
  });

  test("a path is longer than the system allows", () => {
    run(twoPages);
    const before = list(root);
    const long = `md/${Array.from({ length: 50 }, () => "a".repeat(140)).join("/")}.md`;
    expect(run([...twoPages, page(long, "x")])).toMatchObject({
      diagnostics: [{ code: "publish/disk-refused", args: { reason: "ENAMETOOLONG" } }],
    });
    expect(list(root)).toEqual(before);
  });

  test("the folder of the output is not there", () => {
    out = join(root, "missing/out");
    expect(run(twoPages)).toMatchObject({
      diagnostics: [{ code: "publish/disk-refused", args: { reason: "ENOENT" } }],
    });
  });
});

test.skipIf(!existsSync("/dev/shm"))("a mount point cannot be exchanged, and is refused", () => {
  const { diagnostics } = planPublication([], "/dev/shm", { targets });
  expect(diagnostics.map(({ code }) => code)).toContain("publish/mount-point");
});

describe("a path that not every system can hold is refused", () => {
  test.each([
    ["md/../../x.md", "outside"],
    ["/etc/x.md", "outside"],
    ["md//x.md", "outside"],
    ["md/con.md", "reserved"],
    ["md/x.", "ending"],
    ["md/x .md/y ", "ending"],
    ["md/a:b.md", "character"],
    ["md/a\\b.md", "character"],
    ["md/a\u0000.md", "character"],
    [`md/${"é".repeat(80)}.md`, "length"],
  ])("%j: %s", (path, defect) => {
    expect(run([page(path, "x")])).toMatchObject({
      diagnostics: [{ code: "publish/unsafe-path", args: { path, defect } }],
    });
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ["md/Ação.md", "md/ação.md"],
    ["md/a\u00e7\u00e3o.md", "md/ac\u0327a\u0303o.md"],
    ["md/a.md", "md/a.md"],
    ["md/a", "md/a/b.md"],
  ])("%j beside %j", (first, second) => {
    expect(run([page(first, "1"), page(second, "2")]).codes).toEqual(["publish/colliding-paths"]);
  });
});

describe("the check of the output", () => {
  const codes = (files: readonly OutputFile[]) =>
    checkOutput(files, out).map(({ code, file }) => `${code} ${file ?? ""}`);

  test("says nothing when it is what would be made", () => {
    run(twoPages);
    writeFileSync(join(out, ".gitignore"), "*\n");
    expect(codes(twoPages)).toEqual([]);
  });

  test("names what is stale, missing and extra", () => {
    run([...twoPages, page("md/old.md", "old")]);
    writeFileSync(join(out, "md/README.md"), "edited");
    rmSync(join(out, "md/a/b.md"));
    expect(codes(twoPages)).toEqual([
      "publish/stale-file out/md/README.md",
      "publish/missing-file out/md/a/b.md",
      "publish/stale-file out/data/manifest.json",
      "publish/extra-file out/md/old.md",
    ]);
  });
});

describe("two runs at once", () => {
  test("do not meet: the second is told to wait", () => {
    run(twoPages);
    const planned = planPublication([page("md/x.md", "x")], out, { targets });
    mkdirSync(`${out}.next`);
    // The parent of this process lives as long as the test.
    writeFileSync(
      `${out}.next/holder.json`,
      JSON.stringify({ pid: process.ppid, ...bootOfThisMachine() }),
    );
    expect(publish(planned.value!).diagnostics).toMatchObject([
      { code: "publish/locked", args: { pid: process.ppid } },
    ]);
    expect(recoverPublication(out).diagnostics).toMatchObject([{ code: "publish/locked" }]);
    expect(existsSync(join(out, "md/x.md"))).toBe(false);
  });

  test("that planned at the same time do not undo each other", () => {
    run(twoPages);
    const slow = planPublication([page("md/slow.md", "x")], out, { targets });
    run([page("md/fast.md", "x")]);
    expect(publish(slow.value!).diagnostics).toMatchObject([{ code: "publish/changed-meanwhile" }]);
    expect(list(join(out, "md"))).toEqual(["fast.md"]);
    expect(existsSync(`${out}.next`)).toBe(false);
  });

  function bootOfThisMachine(): { boot?: string } {
    try {
      return { boot: readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() };
    } catch {
      return {};
    }
  }
});

describe("what an interrupted run left", () => {
  const dead = JSON.stringify({ pid: 2 ** 22 + 1 });

  test("is removed when it was half prepared", () => {
    run(twoPages);
    mkdirSync(`${out}.next/tree/md`, { recursive: true });
    writeFileSync(`${out}.next/holder.json`, dead);
    expect(recoverPublication(out)).toEqual({ value: false, diagnostics: [] });
    expect(list(root)).not.toContain("out.next");
    expect(read("md/a/b.md")).toBe("# B\n");
  });

  test("is put in place when it was whole and the old output already away", () => {
    mkdirSync(`${out}.next/tree`, { recursive: true });
    mkdirSync(`${out}.next/previous`);
    writeFileSync(`${out}.next/tree/new.md`, "new");
    writeFileSync(`${out}.next/complete`, "");
    writeFileSync(`${out}.next/holder.json`, dead);
    expect(recoverPublication(out)).toMatchObject({
      value: true,
      diagnostics: [{ code: "publish/restored", severity: "info" }],
    });
    expect(list(root)).toEqual(["out", "out/new.md"]);
  });

  test.each([
    ["an empty folder", () => undefined],
    ["a holder that was not written yet", () => writeFileSync(`${out}.next/holder.json`, "")],
    ["a holder that was being replaced", () => writeFileSync(`${out}.next/holder-dead.json`, dead)],
  ])("does not block the next run: %s", (_, arrange) => {
    mkdirSync(`${out}.next`);
    arrange();
    expect(run(twoPages)).toMatchObject({ codes: [], publication: { written: 3 } });
    expect(list(root)).not.toContain("out.next");
  });

  test("is told from a folder of somebody else, which is never touched", () => {
    mkdirSync(`${out}.next`);
    writeFileSync(`${out}.next/thesis.txt`, "precious");
    expect(run(twoPages).codes).toEqual(["publish/staging-in-the-way"]);
    expect(readFileSync(`${out}.next/thesis.txt`, "utf8")).toBe("precious");
    expect(existsSync(out)).toBe(false);
  });
});
