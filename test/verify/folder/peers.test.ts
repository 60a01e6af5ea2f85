import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { sortDiagnostics } from "#diagnostics/index.ts";
import { checkFolder } from "#cli/links/check-folder.ts";
import type { LinkOptions } from "#cli/links/options.ts";
import { corpora } from "../../support/corpora.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { disagreements } from "./peer-suites.ts";

const suites = corpora === undefined ? "" : join(corpora, "links");

const expectedOf = (name: string): unknown =>
  JSON.parse(readFileSync(join(suites, "expected", `${name}.json`), "utf8"));

/** A copy of a suite, `inside` a folder that is checked as a whole. */
function copyOf(suite: string, inside: string): string {
  const root = temporaryFolder();
  cpSync(join(suites, suite), join(root, inside), { recursive: true });
  return root;
}

/** Links that are broken for sure: warnings and notes are about links that work somewhere. */
async function brokenIn(folder: string, options: Partial<LinkOptions> = {}) {
  const run = await checkFolder({ folder, language: "en", ...options });
  if (!("root" in run)) throw new Error("no folder");
  return run.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ file = "", line = 0, target = "" }) => ({ file, line, target }));
}

/** What only one of the two says, without what is explained. */
function differences(peer: string, theirs: Iterable<string>, ours: Iterable<string>) {
  const [theirSet, ourSet] = [new Set(theirs), new Set(ours)];
  const unexplained = (written: string): boolean =>
    !disagreements.some((each) => each.peer === peer && each.place.test(written));
  return {
    theirs: [...theirSet.difference(ourSet)].filter(unexplained).sort(),
    ours: [...ourSet.difference(theirSet)].filter(unexplained).sort(),
  };
}

const same = { theirs: [], ours: [] };

interface RemarkTest {
  readonly test: string;
  readonly files: readonly string[];
  readonly options: string;
  /** Whether the test ran in a repository with the address that its options say. */
  readonly gitRemote: boolean;
  readonly expected: readonly { readonly file: string; readonly line: number }[];
}

const hosts: Readonly<Record<string, string>> = {
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
};

/** The repository that a test says it is, if it says so. */
function repositoryOf({ options, gitRemote }: RemarkTest): string | undefined {
  if (gitRemote) return options === "" ? "github.com/wooorm/test" : "gitlab.acme.com/acme/project";
  const [, host = "", name = ""] =
    /repository:(?:\{remote:)?"(?:(\w+):)?([\w/]+)/.exec(options) ?? [];
  const isNamed = name.includes("/") && host !== "gist";
  return isNamed ? `${hosts[host] ?? "github.com"}/${name}` : undefined;
}

/** Where each of its tests runs: as a part of its own repository, or as a repository itself. */
function remarkRun(each: RemarkTest) {
  const repository = repositoryOf(each);
  const inside = repository === undefined ? "test/pages/" : "";
  const root = copyOf("remark-validate-links", inside);
  // The suite links to programs of its own that are no documents.
  writeFileSync(join(root, inside, "examples/example.js"), "");
  if (inside !== "") writeFileSync(join(root, inside, "../index.js"), "");
  const anchors = (["gitlab", "bitbucket"] as const).find((name) =>
    each.files[0]?.startsWith(name),
  );
  return {
    root,
    inside,
    options: { ...(anchors && { anchors }), ...(repository !== undefined && { repository }) },
  };
}

describe.skipIf(corpora === undefined)("the suites of other link checkers", () => {
  const remark = corpora
    ? (expectedOf("remark-validate-links") as { tests: RemarkTest[] }).tests
    : [];

  test.each(remark.filter(({ files }) => !files.includes("<stdin>")))(
    "remark-validate-links: $test ($files)",
    async (each) => {
      const { root, inside, options } = remarkRun(each);
      const ours = (await brokenIn(root, options))
        .filter(({ file }) => each.files.includes(file.slice(inside.length)))
        .map(({ file, line }) => `${file.slice(inside.length)}:${line}`);
      const theirs = each.expected.map(({ file, line }) => `${file}:${line}`);
      const what = `remark-validate-links${options.repository === undefined ? "" : " in a repository"}`;
      expect(differences(what, theirs, ours)).toEqual(same);
    },
  );

  test("markdown-link-check: every link of its fixtures", async () => {
    const { files } = expectedOf("markdown-link-check") as {
      files: Record<string, { link: string; status: string }[]>;
    };
    const root = copyOf("markdown-link-check", "test");
    const ours = (await brokenIn(root)).map(
      ({ file, target }) => `${file.slice("test/".length)} ${meaning(target)}`,
    );
    const theirs = Object.entries(files).flatMap(([file, links]) =>
      links.filter(({ status }) => status === "dead").map(({ link }) => `${file} ${meaning(link)}`),
    );
    const known = ours.filter((each) => each.split(" ", 1)[0]! in files);
    expect(differences("markdown-link-check", theirs, known)).toEqual(same);
  });

  test("lychee: the fragments of Markdown and HTML", async () => {
    const { fragments } = expectedOf("lychee") as { fragments: { broken: string[] } };
    const root = copyOf("lychee/fragments", "pages/fragments");
    const ours = (await brokenIn(root)).map(({ file, target }) =>
      (target.startsWith("#")
        ? `${file}${target}`
        : join(dirname(file), target.replace("/#", "#"))
      ).replace("pages/", "fixtures/"),
    );
    const plain = (path: string): string => path.replace(/\/$/, "");
    const theirs = fragments.broken.map(plain);
    expect(differences("lychee", theirs, ours.map(plain))).toEqual(same);
  });

  test("lychee: wikis, folders and completed extensions", async () => {
    const warned = async (folder: string, options: Partial<LinkOptions> = {}) => {
      const run = await checkFolder({
        folder: join(suites, "lychee", folder),
        language: "en",
        ...options,
      });
      if (!("root" in run)) throw new Error("no folder");
      return sortDiagnostics(run.diagnostics)
        .filter(({ severity }) => severity !== "info")
        .map(({ file, target }) => `${file} ${target}`);
    };
    expect(await warned("wiki")).toEqual([
      "Non-existent.md Does not exist",
      "Non-existent.md Doesn't exist.md",
      "Non-existent.md Does_not_exist",
    ]);
    // They call `index_dir#fragment` broken, because they do not know the page of a folder.
    expect(await warned("filechecker")).toEqual(["dir_links.md empty_dir#fragment"]);
    expect(await warned("fragments-fallback-extensions", { anchors: "vitepress" })).toEqual([
      "index.html sub_dir/index#invalid-id",
      "index.html empty_dir#invalid-id",
      "index.html empty_dir#invalid-id",
    ]);
  });

  test("every disagreement has a reason", () => {
    for (const { reason } of disagreements) expect(reason).toMatch(/^\S.{30,}$/s);
  });
});

/** The same address, however it is encoded. */
function meaning(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
