import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { browserHint, hasBrowser, startBrowser } from "../support/browser.ts";
import { writeFiles, temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const settings = (versions: string): string =>
  `title: Doca\nlanguage: en\nsite:\n  url: https://doca.example\n${versions}sources:\n  pages: [docs]\n`;

/** A project with a current documentation and one that is kept; the findings of the last run. */
function twoVersions() {
  const root = temporaryFolder();
  const lay = (files: Readonly<Record<string, string>>): void => writeFiles(root, files);
  lay({
    "rastro.config.yaml": settings(""),
    "docs/kept.md": "# Kept\n\nOld words.\n",
    "docs/gone.md": "# Gone\n\nSee [kept](kept.md).\n",
  });
  expect(rastro(root, ["gen", "--version-label", "1.4"])).toMatchObject({ code: 0 });
  lay({
    "rastro.config.yaml": settings('  versions: ["1.4"]\n'),
    "docs/kept.md": "# Kept\n\nNew words.\n",
    "docs/new.md": "# New\n\nSee [kept](kept.md).\n",
  });
  rmSync(join(root, "docs/gone.md"));
  const { code, stdout } = rastro(root, ["gen", "--format", "json"]);
  expect(code).toBe(0);
  const read = (path: string): string => readFileSync(join(root, "out/site", path), "utf8");
  return { root, read, lay, stdout };
}

test("a version is made beside others, with search, links and addresses of its own", () => {
  const { root, read, lay, stdout } = twoVersions();
  expect(stdout).not.toContain("publish/version-not");
  expect(read("1.4/pages/kept.html")).toContain("Old words.");
  expect(read("pages/kept.html")).toContain("New words.");
  const old = read("1.4/pages/kept.html");
  expect(old).toContain('<link rel="canonical" href="https://doca.example/1.4/pages/kept.html">');
  expect(old).toContain("This is version 1.4 of the documentation.");
  expect(read("1.4/sitemap.xml")).toContain("https://doca.example/1.4/pages/gone.html");
  expect(read("versions.html")).toContain('href="1.4/index.html"');
  expect(existsSync(join(root, "out/site/1.4/search/en/contents.js"))).toBe(true);
  expect(existsSync(join(root, "out/site/1.4/robots.txt"))).toBe(false);
  expect(rastro(root, ["check", "--links", "out/site"])).toMatchObject({ code: 0 });

  // Neither removes a file of the other, each removes its own.
  lay({ "docs/kept.md": "# Kept\n\nNewer words.\n" });
  rmSync(join(root, "docs/new.md"));
  expect(rastro(root, ["gen"]).code).toBe(0);
  expect(existsSync(join(root, "out/site/pages/new.html"))).toBe(false);
  expect(read("1.4/pages/gone.html")).toContain("Gone");
  expect(rastro(root, ["gen", "--version-label", "1.4"]).code).toBe(0);
  expect(existsSync(join(root, "out/site/1.4/pages/gone.html"))).toBe(false);
  expect(read("pages/kept.html")).toContain("Newer words.");
});

test("a version that is not there is told, and one that nobody is led to", () => {
  const { root, lay } = twoVersions();
  lay({ "rastro.config.yaml": settings('  versions: ["1.5"]\n') });
  const found = ({ stdout }: { readonly stdout: string }) =>
    (JSON.parse(stdout) as { findings: { code: string; line?: number }[] }).findings
      .filter(({ code }) => code.startsWith("publish/"))
      .map(({ code, line = 0 }) => `${code} ${line}`);
  expect(found(rastro(root, ["gen", "--format", "json"]))).toEqual(["publish/version-not-there 5"]);
  expect(found(rastro(root, ["gen", "--version-label", "1.4", "--format", "json"]))).toEqual([
    "publish/version-not-listed 0",
  ]);
  expect(rastro(root, ["gen", "--version-label", "en"])).toMatchObject({
    code: 2,
    stderr: /like 1\.4 or v2\.0/,
  });
});

test.skipIf(!hasBrowser)(
  `versions lead to the same page where the other has it, from a disk and without scripts${browserHint}`,
  { timeout: 60_000 },
  async () => {
    const { root } = twoVersions();
    const moved = temporaryFolder();
    cpSync(join(root, "out/site"), moved, { recursive: true });
    const at = (path: string): string => pathToFileURL(join(moved, path)).href;
    const browser = await startBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(at("1.4/pages/kept.html"));
    const notice = page.getByRole("link", { name: "Read the current one" });
    await expect.poll(() => notice.getAttribute("href")).toBe("../../pages/kept.html");
    await page.goto(at("1.4/pages/gone.html"));
    await page.waitForLoadState("networkidle");
    await notice.click();
    await page.waitForURL(at("index.html"));
    await page.goto(at("pages/kept.html"));
    await page.getByText("Versions: current").press("Enter");
    const other = page.getByRole("link", { name: "1.4" });
    await expect.poll(() => other.getAttribute("href")).toBe("../1.4/pages/kept.html");

    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(at("pages/new.html"));
    await plain.getByText("Versions: current").click();
    await plain.getByRole("link", { name: "1.4" }).click();
    await plain.getByText("Versions: 1.4").click();
    await plain.getByRole("link", { name: "all versions" }).click();
    await plain.getByRole("main").getByRole("link", { name: "current" }).click();
    expect(plain.url()).toBe(at("index.html"));
  },
);
