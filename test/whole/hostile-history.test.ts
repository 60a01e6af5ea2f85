import { Ajv2020 } from "ajv/dist/2020.js";
import { SyntaxValidator } from "fast-xml-validator";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { suiteFolder } from "../support/folder.ts";
import { gitRepository } from "../support/git-repository.ts";
import { rastro } from "../support/rastro.ts";
import { repository } from "../support/repository.ts";

const settings =
  "title: Casa & <Obra>\nlanguage: en\nsite: { url: https://example.org/obra }\nsources: { git: [.] }\n";

/** A subject of a mebibyte, what terminals and readers obey, and what Markdown and HTML obey. */
const messages = [
  `feat: ${"a".repeat(1024 * 1024)}`,
  "fix: \u202edetrevni\u202c and \u001b[2J\u0007 cleared",
  "fix(<img src=x onerror=alert(1)>): </li></ul><script>alert(1)</script> ![x](https://e.example/x.png)",
  'feat: [a](javascript:alert(1)) <!-- rastro:end --> {{t "x"}}\n\nCloses #1\u0000x'.replace(
    "\u0000",
    "\u2028",
  ),
  "--output=/tmp/x",
];

describe("a history that would like to be more than text", () => {
  const folder = suiteFolder();
  let run: ReturnType<typeof rastro> = { code: null, stdout: "", stderr: "" };
  const files = (): readonly string[] =>
    readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" });
  const read = (path: string): string => readFileSync(join(folder, "out", path), "utf8");

  beforeAll(() => {
    const { commit, git } = gitRepository(folder);
    commit("chore: begin", { "rastro.config.yaml": settings });
    messages.forEach((message, at) => commit(message, { [`${String(at)}.txt`]: "" }));
    for (const tag of ["--upload-pack=x", "v1.0.0\u202ecod", "-v", "<b>&amp;"]) {
      git("update-ref", `refs/tags/${tag}`, "HEAD~1");
    }
    run = rastro(folder, ["gen"]);
  });

  test("is documented without a defect, and every link in it holds", () => {
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("0 errors, 0 warnings");
  });

  test("no page turns the text around it, obeys a terminal, or grows beyond measure", () => {
    const pages = files().filter((path) => /^(?:md|site)\/.*\.(?:md|html|xml)$/.test(path));
    expect(pages.filter((path) => path.includes("releases/")).length).toBeGreaterThan(3);
    for (const path of pages) {
      const text = read(path);
      expect(text.length, path).toBeLessThan(200_000);
      expect(text.match(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/), path).toBeNull();
      expect(text.match(/(?<!\\)<(?:script>alert|img src=x)|href="javascript:/), path).toBeNull();
    }
  });

  test("the feed is XML, and its entries lead to pages that are there", () => {
    const feed = read("site/changelog/feed.xml");
    expect(() => SyntaxValidator.validate(feed)).not.toThrow();
    const links = [
      ...feed.matchAll(/<id>https:\/\/example\.org\/obra\/([^<]*releases[^<]*)<\/id>/g),
    ];
    expect(links.length).toBeGreaterThan(0);
    for (const [, path = ""] of links)
      expect(files()).toContain(`site/${decodeURIComponent(path)}`);
    expect(read("site/changelog/index.html")).toContain(
      '<link rel="alternate" type="application/atom+xml" href="feed.xml">',
    );
  });

  test("the data holds every commit whole, as the schema has it", () => {
    const facts = JSON.parse(read("data/changelog.json")) as {
      releases: readonly { commits: readonly { subject: string }[] }[];
    };
    const schema = readFileSync(join(repository, "schemas/changelog.schema.json"), "utf8");
    expect(
      new Ajv2020({ allowUnionTypes: true }).validate(JSON.parse(schema) as object, facts),
    ).toBe(true);
    const subjects = facts.releases.flatMap(({ commits }) => commits.map(({ subject }) => subject));
    expect(subjects).toHaveLength(messages.length + 1);
    expect(subjects).toContain(messages[0]);
  });
});
