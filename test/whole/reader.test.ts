import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onePerTemplate, violations } from "../support/accessibility.ts";
import { browserHint, hasBrowser, startBrowser } from "../support/browser.ts";
import { layExampleProject } from "../support/example-project.ts";
import { rastro } from "../support/rastro.ts";
import { serveFolder } from "../support/serve.ts";

/** What readers do with the site of the example, with the keyboard, in a real browser. */
describe.skipIf(!hasBrowser)(`a reader${browserHint}`, () => {
  let browser: Browser;
  let page: Page;
  let folder = "";
  let disk = "";
  let served: Awaited<ReturnType<typeof serveFolder>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rastro-"));
    layExampleProject(folder);
    expect(rastro(folder, ["gen"])).toMatchObject({ code: 0 });
    const site = join(folder, "out/site");
    disk = pathToFileURL(site).href;
    served = await serveFolder(site);
    browser = await startBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("console", (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true });
    expect(complaints).toEqual([]);
  });

  /** Opens the palette, types, and gives what is listed, best first. */
  async function ask(question: string, key = "Control+k"): Promise<readonly string[]> {
    await page.keyboard.press(key);
    const input = page.getByRole("combobox", { name: "Pesquisar na documentação" });
    await input.waitFor();
    await input.fill(question);
    await page.locator('.palette [role=listbox][aria-busy="false"]').waitFor({ state: "attached" });
    return page.locator(".palette [role=option]").allInnerTexts();
  }

  describe.each(["from disk", "from a server"] as const)("searches %s", (way) => {
    const entry = (): string => `${way === "from disk" ? disk : served.url}/index.html`;

    test.each([
      ["migracao", /migraç/i],
      ["migrações", /migraç/i],
      ["migrcao", /migraç/i],
      ["particionam", /particionamento/i],
      ["OPT-1", /OPT1/],
      ["opt1", /OPT1/],
    ])("`%s` is found", async (question, expected) => {
      await page.goto(entry());
      const found = await ask(question);
      expect(found.slice(0, 8).join("\n")).toMatch(expected);
    });

    test("the first result opens with Enter, and the slash opens the search", async () => {
      await page.goto(entry());
      await ask("OPT-1", "/");
      await page.keyboard.press("Enter");
      await page.waitForURL(/opt1/i);
      expect(await page.locator("h1").innerText()).toMatch(/OPT1/);
    });
  });

  test("one form of a word finds what the other finds", async () => {
    await page.goto(`${disk}/index.html`);
    const found = await ask("migracao");
    await page.keyboard.press("Escape");
    expect(await ask("migrações")).toEqual(found);
  });

  test("results are chosen by kind, stage, status and owner", async () => {
    await page.goto(`${disk}/index.html`);
    const all = await ask("opt");
    await page.getByRole("combobox", { name: "Tipo" }).selectOption("item de trabalho");
    await expect
      .poll(async () => (await page.locator(".palette [role=option]").allInnerTexts()).length)
      .toBeLessThan(all.length);
    const groups = page.locator(".palette [role=group]");
    expect(await groups.evaluateAll((each) => each.length)).toBe(1);
    const states = await page.getByRole("combobox", { name: "Situação" }).innerText();
    expect(states).toMatch(/planejad|em andamento|pront/);
  });

  test("what is nowhere is not found, and the palette says so", async () => {
    await page.goto(`${disk}/index.html`);
    expect(await ask("zyxwvut")).toEqual([]);
  });

  test("finds every template within WCAG 2.2 AA, in light and in dark colours", async () => {
    const paths = onePerTemplate(join(folder, "out/site"));
    expect(paths.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${disk}/${path}`);
      const light = await violations(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await violations(page, ["color-contrast"]);
      found.push(...[...light, ...dark].map((each) => `${path} ${each}`));
    }
    await page.goto(`${disk}/index.html`);
    await ask("migracao");
    found.push(...(await violations(page)).map((each) => `the palette ${each}`));
    expect(found).toEqual([]);
  }, 240_000);
});
