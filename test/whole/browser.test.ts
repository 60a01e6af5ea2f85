import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { browserHint, hasBrowser, startBrowser } from "../support/browser.ts";
import { exampleCopy } from "../support/example.ts";
import { rastro } from "../support/rastro.ts";

/** An element, as far as this asks; the types of a browser are not those of this program. */
interface Attributed {
  readonly getAttribute: (name: string) => string | null;
}

interface Measured {
  readonly scrollWidth: number;
}

/** Follows every link to a page of the site, from the entry on; `visit` sees each page once. */
async function crawl(
  page: Page,
  entry: string,
  visit: () => Promise<void>,
): Promise<ReadonlySet<string>> {
  const seen = new Set([entry]);
  for (const url of seen) {
    await page.goto(url);
    await visit();
    // As written: in a drawing `href` is no text.
    const found = await page.$$eval("a[href]", (links) =>
      links.map((link) => (link as unknown as Attributed).getAttribute("href") ?? ""),
    );
    for (const written of found) {
      const href = new URL(written, url).href.replace(/#.*$/s, "");
      if (href.startsWith("file:") && href.endsWith(".html")) seen.add(href);
    }
  }
  return seen;
}

test.skipIf(!hasBrowser)(
  `[P10] opened from disk, every page of the example is reached and none complains${browserHint}`,
  { timeout: 240_000 },
  async () => {
    const folder = exampleCopy();
    expect(rastro(folder, ["gen"])).toMatchObject({ code: 0 });
    const site = join(folder, "out/site");
    const browser = await startBrowser();
    const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // Leaving a page cuts off what it was still loading.
      if (reason !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${reason}`);
    });
    // On a telephone tables scroll in their frames, and pages never sideways.
    const widths: string[] = [];
    const reached = await crawl(page, pathToFileURL(join(site, "index.html")).href, async () => {
      const width = await page.$eval("html", (root) => (root as unknown as Measured).scrollWidth);
      if (width > 360) widths.push(`${page.url()}: ${String(width)} px`);
    });
    await browser.close();
    const made = readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".html"))
      .sort();
    expect([...reached].map((url) => relative(site, fileURLToPath(url))).sort()).toEqual(made);
    expect([complaints, widths]).toEqual([[], []]);
  },
);
