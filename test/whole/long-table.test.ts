import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadTemplates } from "#config/index.ts";
import { textOf } from "#model/pages/page.ts";
import { makeSite } from "#render/index.ts";
import { expect, test } from "vitest";
import { browserHint, hasBrowser, startBrowser } from "../support/browser.ts";

/** The page of one table of 5,000 rows, on the disk. */
function layTable(folder: string): string {
  const rows = Array.from(
    { length: 5000 },
    (_, at) => `| R-${at} | [item ${at}](b.md) | ${at % 2 ? "✔ met" : "✘ not met"} | ${at * 7} |\n`,
  );
  const head = "| Id | Name | State | Value |\n| --- | --- | --- | ---: |\n";
  const { words, site } = loadTemplates();
  const shared = { project: "", language: "en", target: "pages", view: "a", origins: [] } as const;
  const { value } = makeSite(
    [
      { ...shared, path: "README.md", title: "A", markdown: `# A\n\n${head}${rows.join("")}` },
      { ...shared, path: "b.md", title: "B", markdown: "# B\n" },
    ],
    { title: "A", languages: ["en"], projects: [{ name: "", title: "A" }], words, site },
    () => undefined,
  );
  for (const { path, content } of value.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), textOf(content));
  }
  return pathToFileURL(join(folder, "site/index.html")).href;
}

test.skipIf(!hasBrowser)(
  `a table of 5,000 rows moves nothing while it comes, and is sorted and filtered whole${browserHint}`,
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "rastro-"));
    const browser = await startBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(`
      globalThis.moved = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((each) => (moved += each.value)))
        .observe({ type: "layout-shift", buffered: true });`);
    await page.goto(layTable(folder));
    const table = page.locator("article table.parts");
    await table.waitFor();
    await page.waitForLoadState();
    expect(await page.evaluate("moved")).toBe(0);
    const names = () => table.locator("tbody tr:visible td:first-child").allInnerTexts();

    const field = page.getByRole("searchbox", { name: "Filter rows" });
    await field.fill("r-4999");
    await expect.poll(names).toEqual(["R-4999"]);
    await field.fill("");
    const value = table.getByRole("columnheader", { name: "Value" });
    await value.getByRole("button").press("Enter");
    await value.getByRole("button").press("Enter");
    expect(await table.locator("tbody td").first().textContent()).toBe("R-4999");
    expect(await table.locator("tr").count()).toBe(5001);
    await browser.close();
    rmSync(folder, { recursive: true });
  },
);
